package id.antrean.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads the attributes of an item or of a map within one. Unknown attributes are left alone: newer
 * versions write more.
 */
public final class ItemReader {
  private final Map<String, AttributeValue> attributes;

  public ItemReader(Map<String, AttributeValue> attributes) {
    this.attributes = attributes;
  }

  public boolean has(String name) {
    return attributes.containsKey(name);
  }

  public String text(String name) {
    return required(name).s();
  }

  public @Nullable String textOrNull(String name) {
    AttributeValue value = attributes.get(name);
    return value == null ? null : value.s();
  }

  public long number(String name) {
    return Long.parseLong(required(name).n());
  }

  /** A number that older items do not have. */
  public long numberOr(String name, long otherwise) {
    return attributes.containsKey(name) ? number(name) : otherwise;
  }

  public int integer(String name) {
    return Integer.parseInt(required(name).n());
  }

  public Instant instant(String name) {
    return Instant.ofEpochMilli(number(name));
  }

  public @Nullable Instant instantOrNull(String name) {
    return attributes.containsKey(name) ? instant(name) : null;
  }

  public ItemReader map(String name) {
    return new ItemReader(required(name).m());
  }

  public @Nullable ItemReader mapOrNull(String name) {
    return attributes.containsKey(name) ? map(name) : null;
  }

  public List<ItemReader> list(String name) {
    AttributeValue value = attributes.get(name);
    return value == null
        ? List.of()
        : value.l().stream().map(item -> new ItemReader(item.m())).toList();
  }

  public List<String> texts(String name) {
    AttributeValue value = attributes.get(name);
    return value == null ? List.of() : value.l().stream().map(AttributeValue::s).toList();
  }

  public List<Instant> instants(String name) {
    return required(name).l().stream()
        .map(value -> Instant.ofEpochMilli(Long.parseLong(value.n())))
        .toList();
  }

  public Map<String, AttributeValue> attributes() {
    return attributes;
  }

  private AttributeValue required(String name) {
    AttributeValue value = attributes.get(name);
    if (value == null) {
      throw new IllegalStateException("a stored item has no " + name);
    }
    return value;
  }
}

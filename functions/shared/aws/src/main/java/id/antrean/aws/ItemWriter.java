package id.antrean.aws;

import id.antrean.domain.Retention;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Writes the attributes of an item or of a map within one. What is null is not written. Times are
 * epoch milliseconds, but where the store itself reads them.
 */
public final class ItemWriter {
  private final Map<String, AttributeValue> attributes = new LinkedHashMap<>();

  public ItemWriter text(String name, @Nullable String value) {
    if (value != null) {
      attributes.put(name, AttributeValue.fromS(value));
    }
    return this;
  }

  public ItemWriter number(String name, long value) {
    attributes.put(name, AttributeValue.fromN(Long.toString(value)));
    return this;
  }

  public ItemWriter instant(String name, @Nullable Instant value) {
    return value == null ? this : number(name, value.toEpochMilli());
  }

  /**
   * Until when the item is kept, as a record of that kind ({@link Retention}) that was made then:
   * in seconds, which is what the store's expiry reads.
   */
  public ItemWriter kept(String name, String kind, Instant made) {
    return number(name, Retention.until(kind, made).getEpochSecond());
  }

  public ItemWriter instants(String name, Collection<Instant> values) {
    attributes.put(
        name,
        AttributeValue.fromL(
            values.stream()
                .map(value -> AttributeValue.fromN(Long.toString(value.toEpochMilli())))
                .toList()));
    return this;
  }

  public ItemWriter map(String name, @Nullable ItemWriter value) {
    if (value != null) {
      attributes.put(name, AttributeValue.fromM(value.attributes()));
    }
    return this;
  }

  public ItemWriter list(String name, Collection<ItemWriter> values) {
    List<AttributeValue> items =
        values.stream().map(value -> AttributeValue.fromM(value.attributes())).toList();
    attributes.put(name, AttributeValue.fromL(items));
    return this;
  }

  public ItemWriter texts(String name, Collection<String> values) {
    attributes.put(name, AttributeValue.fromL(values.stream().map(AttributeValue::fromS).toList()));
    return this;
  }

  public Map<String, AttributeValue> attributes() {
    return attributes;
  }
}

package id.antrean.aws;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The bytes of an item, as DynamoDB's documentation counts them, never fewer. */
public final class ItemSize {
  private static final int LONGEST_NUMBER = 21;
  private static final int AROUND_MANY = 3;

  private ItemSize() {}

  /** Of a whole item. */
  public static int of(Map<String, AttributeValue> item) {
    return item.entrySet().stream()
        .mapToInt(attribute -> utf8(attribute.getKey()) + of(attribute.getValue()))
        .sum();
  }

  private static int of(AttributeValue value) {
    return switch (value.type()) {
      case S -> utf8(value.s());
      case N -> Math.min(LONGEST_NUMBER, (value.n().length() + 1) / 2 + 1);
      case M -> AROUND_MANY + value.m().size() + of(value.m());
      case L -> AROUND_MANY + value.l().stream().mapToInt(one -> 1 + of(one)).sum();
      default ->
          throw new IllegalArgumentException("none of our large items has a " + value.type());
    };
  }

  private static int utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}

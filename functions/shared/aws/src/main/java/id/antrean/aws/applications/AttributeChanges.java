package id.antrean.aws.applications;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The named-attribute update between two states of an item. */
record AttributeChanges(
    String expression, Map<String, String> names, Map<String, AttributeValue> values) {

  /**
   * Sets what differs and removes what is gone. Both states have a {@code version}, which {@code
   * :version} is compared with.
   *
   * @param conditionValues values that the condition uses
   */
  static AttributeChanges between(
      Map<String, AttributeValue> before,
      Map<String, AttributeValue> after,
      Map<String, AttributeValue> conditionValues) {
    Map<String, String> names = new HashMap<>(Map.of("#version", "version"));
    Map<String, AttributeValue> values = new HashMap<>(conditionValues);
    List<String> set = new ArrayList<>();
    List<String> remove = new ArrayList<>();
    after.forEach(
        (name, value) -> {
          if (!value.equals(before.get(name))) {
            names.put("#" + name, name);
            values.put(":set_" + name, value);
            set.add("#" + name + " = :set_" + name);
          }
        });
    before
        .keySet()
        .forEach(
            name -> {
              if (!after.containsKey(name)) {
                names.put("#" + name, name);
                remove.add("#" + name);
              }
            });
    String expression =
        "SET "
            + String.join(", ", set)
            + (remove.isEmpty() ? "" : " REMOVE " + String.join(", ", remove));
    return new AttributeChanges(expression, names, values);
  }
}

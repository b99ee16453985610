package id.antrean.stack.deploy;

import java.util.Map;
import java.util.Set;

/**
 * A resource that exists: what Ref and Fn::GetAtt answer for it.
 *
 * @param parts ARNs of what is in it and can be named alone
 */
public record Deployed(
    String logicalId, String type, String ref, Map<String, String> attributes, Set<String> parts) {
  Deployed(String logicalId, String type, String ref, Map<String, String> attributes) {
    this(logicalId, type, ref, attributes, Set.of());
  }

  /** Whether that is it, or something in it: of a bucket, any keys. */
  boolean is(String named) {
    return ref.equals(named)
        || attributes.containsValue(named)
        || parts.contains(named)
        || (type.equals("AWS::S3::Bucket")
            && named.startsWith(attributes.getOrDefault("Arn", "") + "/"));
  }

  /** What of it that names; empty where it is the whole. A stream's label is anew each time. */
  String within(String named) {
    String arn = attributes.getOrDefault("Arn", "");
    if (named.equals(attributes.get("StreamArn"))) {
      return "/stream";
    }
    return !arn.isEmpty() && named.startsWith(arn) ? named.substring(arn.length()) : "";
  }
}

package id.antrean.stack.deploy;

import id.antrean.stack.gateway.PageOrigins;
import java.util.List;
import java.util.Set;

/**
 * What pages of other origins may do with a bucket's objects: one rule of its CORS configuration.
 *
 * @param methods upper case
 * @param headers that a request may have, lower case; {@code *} at the end of one: whatever follows
 * @param exposed headers of the answer that a page may read
 * @param seconds for which a browser may remember it
 */
public record SharedBucket(
    String bucket,
    PageOrigins origins,
    Set<String> methods,
    Set<String> headers,
    List<String> exposed,
    int seconds) {

  /** Whether a page of that origin may use that method on the bucket. */
  public boolean allows(String otherBucket, String origin, String method) {
    return bucket.equals(otherBucket) && methods.contains(method) && origins.allow(origin);
  }

  /** Whether a request may have that header, lower case. */
  public boolean takes(String header) {
    return headers.stream()
        .anyMatch(
            it ->
                it.endsWith("*")
                    ? header.startsWith(it.substring(0, it.length() - 1))
                    : it.equals(header));
  }
}

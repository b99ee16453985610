package id.antrean.emulators.access;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a request of S3 does, by the service authorization reference: a look at an object's head is
 * a look at the object, a copy reads one and writes the other, and a part of an upload is the
 * upload. What is asked of a bucket or an object beside that is named by its method and what of it
 * is meant, which no policy has, and so is refused.
 */
public final class ObjectAccesses {
  private static final String ARN = "arn:aws:s3:::";

  private ObjectAccesses() {}

  /**
   * All of it.
   *
   * @param path raw, {@code /bucket/key}
   * @param query raw, may be empty
   * @param copied what is copied, as the request names it
   */
  public static List<Access> of(String method, String path, String query, Optional<String> copied) {
    String[] parts = path.substring(1).split("/", 2);
    boolean ofObject = parts.length == 2 && !parts[1].isEmpty();
    String resource = ARN + (ofObject ? parts[0] + "/" + decoded(parts[1]) : parts[0]);
    List<Access> accesses = new ArrayList<>();
    copied.ifPresent(source -> accesses.add(new Access("s3:GetObject", source(source))));
    String meant = meant(query);
    accesses.add(
        new Access("s3:" + (ofObject ? object(method, meant) : bucket(method, meant)), resource));
    return accesses;
  }

  /** What is asked for its names: whether a thing is not there is said to those who may. */
  public static Access list(String path) {
    return new Access("s3:ListBucket", ARN + path.substring(1).split("/", 2)[0]);
  }

  private static String object(String method, String meant) {
    return switch (method + meant) {
      case "GET", "HEAD" -> "GetObject";
      case "PUT", "POST?uploads", "PUT?uploadid", "POST?uploadid" -> "PutObject";
      case "DELETE" -> "DeleteObject";
      case "DELETE?uploadid" -> "AbortMultipartUpload";
      default -> method + meant;
    };
  }

  private static String bucket(String method, String meant) {
    return switch (method + meant) {
      case "GET", "HEAD", "GET?list-type" -> "ListBucket";
      default -> method + meant;
    };
  }

  /** The part of the query that makes another operation of a request; empty where none does. */
  private static String meant(String query) {
    return Stream.of(query.split("&", -1))
        .map(parameter -> parameter.split("=", 2)[0].toLowerCase(Locale.ROOT))
        .filter(name -> !OF_ANY.contains(name) && !name.startsWith("x-"))
        .filter(name -> !name.startsWith("response-") && !name.isEmpty())
        .max((one, other) -> Boolean.compare(one.equals("uploadid"), other.equals("uploadid")))
        .map(name -> "?" + name)
        .orElse("");
  }

  /** What only says more of what is asked. */
  private static final List<String> OF_ANY =
      List.of(
          "prefix",
          "delimiter",
          "marker",
          "max-keys",
          "continuation-token",
          "start-after",
          "fetch-owner",
          "encoding-type",
          "partnumber");

  private static String source(String copied) {
    String named = copied.split("\\?", 2)[0];
    return ARN + decoded(named.startsWith("/") ? named.substring(1) : named);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}

package id.antrean.domain;

import java.util.function.Supplier;

/**
 * The id of the request that is being worked on: carried by every item and message, so that a trail
 * can be followed.
 */
public final class CurrentRequest {
  private static final ScopedValue<String> ID = ScopedValue.newInstance();

  private CurrentRequest() {}

  /** The id, or {@code none} outside of any request. */
  public static String id() {
    return ID.orElse("none");
  }

  /** Does the work under that id. */
  public static <T> T during(String id, Supplier<T> work) {
    return ScopedValue.where(ID, id).call(work::get);
  }
}

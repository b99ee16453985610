package id.antrean.senders;

import java.nio.charset.StandardCharsets;

/** Identities that senders give: kept as they are where they can be a key, else by their digest. */
public final class SenderIds {
  private static final int LONGEST = 200;

  private SenderIds() {}

  /** Whether it can be part of a key. */
  public static boolean isUsable(String id) {
    return !id.isEmpty() && id.length() <= LONGEST && id.chars().allMatch(c -> c > ' ' && c <= '~');
  }

  /** The id, or what stands for one that is too long or not plain: the same for the same. */
  public static String of(String sent) {
    return isUsable(sent) ? sent : "sha256." + digest(sent);
  }

  /** What stands for a whole text. */
  public static String digest(String text) {
    return Digests.hex(Digests.sha256(text.getBytes(StandardCharsets.UTF_8)));
  }
}

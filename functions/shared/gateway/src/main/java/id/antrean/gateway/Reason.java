package id.antrean.gateway;

import id.antrean.gateway.Fields.Read;
import java.util.regex.Pattern;

/**
 * Why an office does something, in its own words. It is told to applicants and kept on record: whom
 * it is about is known without a number in it.
 */
public final class Reason {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 200;

  /** However people group its digits, and whatever script they are of. */
  private static final Pattern NIK =
      Pattern.compile(
          "\\d{16}|\\d{4}(?:[ .-]\\d{4}){3}|\\d{6}[ .-]\\d{6}[ .-]\\d{4}",
          Pattern.UNICODE_CHARACTER_CLASS);

  private Reason() {}

  /** The reason in that field of a request, or a fault that is noted instead. */
  public static Read<String> read(Fields body, String name, FieldErrors errors) {
    Read<String> reason = body.text(name, SHORTEST, LONGEST);
    if (reason.ifSound().filter(text -> NIK.matcher(text).find()).isPresent()) {
      errors.add(body.pointer(name), "nik-in-text");
    }
    return reason;
  }
}

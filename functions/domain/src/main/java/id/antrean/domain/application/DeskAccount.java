package id.antrean.domain.application;

import id.antrean.domain.OfficeId;

/**
 * The account of an office's desk: whose the applications are that officers make for people who
 * have none themselves. No token's subject is such a name.
 */
public final class DeskAccount {
  private static final String PREFIX = "desk:";

  private DeskAccount() {}

  public static String of(OfficeId office) {
    return PREFIX + office;
  }

  /** Whether it is some desk's, and so nobody's who could have a token. */
  public static boolean is(String account) {
    return account.startsWith(PREFIX);
  }
}

package id.antrean.emulators.access;

import id.antrean.emulators.EmbeddedAws;

/** How IAM words that somebody may not. */
public final class Denial {
  private Denial() {}

  /** Of a function, whose role bears its name. */
  public static String of(String caller, Access access) {
    return "User: arn:aws:sts::%s:assumed-role/%s/%s is not authorized to perform: %s on resource: %s because no identity-based policy allows the %s action"
        .formatted(
            EmbeddedAws.ACCOUNT,
            caller,
            caller,
            access.action(),
            access.resource(),
            access.action());
  }
}

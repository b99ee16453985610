package id.antrean.registration.dukcapil;

/**
 * What Dukcapil knows us by. The password never appears in its text form.
 *
 * @param ipUser the address that Dukcapil has registered for us
 */
public record DukcapilAccess(String userId, String password, String ipUser) {
  @Override
  public String toString() {
    return "DukcapilAccess[" + userId + "]";
  }
}

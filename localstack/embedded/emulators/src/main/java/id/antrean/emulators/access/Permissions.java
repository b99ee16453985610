package id.antrean.emulators.access;

/** What callers may do. */
@FunctionalInterface
public interface Permissions {
  /** Nobody is asked: as before anything was deployed. */
  Permissions ALL = (caller, access) -> true;

  /**
   * Whether that caller may.
   *
   * @param caller the function that calls, by its name in the template, or the state machine by its
   *     own
   */
  boolean allow(String caller, Access access);

  /** The same of what nobody is known to have asked: it leaves no trace. */
  default boolean covers(String caller, Access access) {
    return allow(caller, access);
  }
}

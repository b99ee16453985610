package id.antrean.senders;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The secrets under which a sender may sign now: the present one, and while they rotate the former
 * one too.
 */
@FunctionalInterface
public interface Keys {
  /**
   * Never an empty text; none only where the operator may leave the secret out. Throws {@link
   * id.antrean.domain.Unavailable}.
   */
  List<String> valid();

  /**
   * Those of this very moment: who rotates a secret signs with the new one at once, and what was
   * remembered may be minutes old. Read anew now and then only, however often it is asked, because
   * anybody may send a signature that does not fit.
   */
  default List<String> renewed() {
    return valid();
  }

  /** One that fits. */
  default Optional<String> fitting(Predicate<String> fits) {
    return Stream.<Supplier<List<String>>>of(this::valid, this::renewed)
        .flatMap(secrets -> secrets.get().stream())
        .filter(fits)
        .findFirst();
  }
}

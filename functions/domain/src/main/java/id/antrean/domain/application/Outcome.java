package id.antrean.domain.application;

import java.util.function.Function;

/**
 * The answer to a request: done, or refused for a reason the person is told. Faults are exceptions.
 */
public sealed interface Outcome<T> {

  /** It is done, now or by an earlier request of which this one is a repeat. */
  record Done<T>(T value) implements Outcome<T> {}

  /** Nothing was changed. */
  record Refused<T>(Refusal why) implements Outcome<T> {}

  static <T> Outcome<T> done(T value) {
    return new Done<>(value);
  }

  static <T> Outcome<T> refused(Refusal why) {
    return new Refused<>(why);
  }

  /** Continues with the value of what is done; a refusal stays what it is. */
  default <R> Outcome<R> then(Function<T, Outcome<R>> next) {
    return switch (this) {
      case Done<T>(T value) -> next.apply(value);
      case Refused<T>(Refusal why) -> new Refused<>(why);
    };
  }
}

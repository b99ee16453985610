package id.antrean.registration.dukcapil;

import id.antrean.domain.applicant.AskDukcapil;
import id.antrean.domain.applicant.DukcapilAnswer;
import id.antrean.domain.applicant.DukcapilAnswer.Cause;
import id.antrean.domain.applicant.DukcapilAnswer.Unavailable;
import io.smallrye.faulttolerance.api.TypedGuard;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * Spares applicants the wait for a registry that has just been failing: after five failures among
 * the last six questions it is left alone for a while, then tried with one question.
 *
 * <p>A used-up quota does not count: it is answered at once, and the circuit would only hide that
 * it was renewed.
 */
public final class DukcapilCircuit implements AskDukcapil {

  /** How long a failing registry is left alone. */
  public static final Duration REST = Duration.ofSeconds(10);

  private static final int WINDOW = 6;
  private static final double FAILURES = 5.0 / WINDOW;

  private final AskDukcapil registry;
  private final TypedGuard<DukcapilAnswer> guard;

  /**
   * To be made once per function, when its container runs, not while classes are loaded: each
   * instance has its own memory of failures, and the breaker's timer belongs to the container.
   *
   * @param rest how long a failing registry is left alone, {@link #REST} by agreement
   */
  public DukcapilCircuit(AskDukcapil registry, Duration rest) {
    this.registry = registry;
    this.guard =
        TypedGuard.create(DukcapilAnswer.class)
            .withCircuitBreaker()
            .requestVolumeThreshold(WINDOW)
            .failureRatio(FAILURES)
            .delay(rest.toMillis(), ChronoUnit.MILLIS)
            .failOn(Failure.class)
            .done()
            .build();
  }

  @Override
  public DukcapilAnswer ask(Question question) {
    try {
      return guard.get(() -> answerOrFailure(question));
    } catch (Failure e) {
      return e.answer;
    } catch (CircuitBreakerOpenException e) {
      return new Unavailable(Cause.OPEN_CIRCUIT);
    }
  }

  private DukcapilAnswer answerOrFailure(Question question) {
    DukcapilAnswer answer = registry.ask(question);
    if (answer instanceof Unavailable unavailable && unavailable.cause() != Cause.QUOTA) {
      throw new Failure(unavailable);
    }
    return answer;
  }

  /**
   * Carries an answer past the circuit breaker, which counts exceptions only. Never leaves this
   * class.
   */
  private static final class Failure extends RuntimeException {

    private final transient Unavailable answer;

    Failure(Unavailable answer) {
      super(null, null, false, false);
      this.answer = answer;
    }
  }
}

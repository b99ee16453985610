package id.antrean.composition;

import id.antrean.aws.Environment;
import id.antrean.aws.TimeSource;
import id.antrean.domain.Recency;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.ScheduledRun;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Time, what runs when it has come, and where is written down what happens. A run's event is read
 * from within, which a native function is told here.
 */
@RegisterForReflection(targets = ScheduledRun.class)
class Surroundings {

  @Singleton
  Clock clock() {
    return TimeSource.clock();
  }

  @Singleton
  Recency recency(Clock clock) {
    return new Recency(System::nanoTime, clock);
  }

  @Singleton
  EventLog log(Clock clock) {
    return new EventLog(System.out, clock, Environment.text("METRICS_NAMESPACE"));
  }
}

package id.antrean.composition;

import id.antrean.aws.TimeSource;
import id.antrean.domain.Recency;
import id.antrean.gateway.EventLog;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Time, and where is written down what happens. */
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
    return new EventLog(System.out, clock);
  }
}

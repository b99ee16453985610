package id.antrean.stack.deploy;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A table's stream whose records a function reads.
 *
 * @param functionArn for the message about records that were given up
 * @param fromTheBeginning whether it reads what was written before it was there too
 * @param reportsFailures whether the function's answer says from which record on it failed
 * @param bisects whether a batch whose call failed is tried in halves
 * @param longestAge after which a record is given up; empty: never
 * @param mostRetries after which a batch is given up; empty: never
 * @param failureQueueArn where it is said what was given up
 */
public record StreamMapping(
    String function,
    String functionArn,
    String streamArn,
    boolean fromTheBeginning,
    int batchSize,
    boolean reportsFailures,
    boolean bisects,
    Optional<Duration> longestAge,
    OptionalInt mostRetries,
    Optional<String> failureQueueArn) {}

package id.antrean.stack.deploy;

import java.time.Duration;

/**
 * A queue whose messages a function takes.
 *
 * @param window how long messages are gathered before the function is called
 * @param reportsFailures whether the function's answer lists the messages that failed
 */
public record QueueMapping(
    String function,
    String queueArn,
    int batchSize,
    Duration window,
    boolean reportsFailures,
    int maximumConcurrency) {}

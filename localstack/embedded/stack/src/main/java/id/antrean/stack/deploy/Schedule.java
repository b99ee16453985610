package id.antrean.stack.deploy;

import java.util.Optional;

/**
 * When a function runs by itself.
 *
 * @param rule the rule's name
 * @param expression {@code rate(…)} or {@code cron(…)}
 * @param input what the function gets instead of the event
 * @param failureQueueArn where a run that failed is told
 */
public record Schedule(
    String function,
    String rule,
    String expression,
    Optional<String> input,
    Optional<String> failureQueueArn) {}

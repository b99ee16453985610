package id.antrean.expiry;

import java.time.Duration;

/**
 * How long holds wait.
 *
 * @param grace after the deadline that the applicant was told
 * @param longestQueueDelay deadlines nearer than this wait on the queue, later ones on the timer
 * @param patienceWithSenders so long after it is due a hold waits for aggregators that do not
 *     answer, or for money that is on its way
 */
public record HoldTiming(
    Duration grace, Duration longestQueueDelay, Duration patienceWithSenders) {}

package id.antrean.expiry;

import java.time.Duration;

/**
 * How long holds wait.
 *
 * @param grace after the deadline that the applicant was told
 * @param longestQueueDelay deadlines nearer than this wait on the queue, later ones on the timer
 */
public record HoldTiming(Duration grace, Duration longestQueueDelay) {}

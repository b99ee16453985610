package id.antrean.emulators.access;

/**
 * One thing that a call does, as IAM names it.
 *
 * @param action such as {@code dynamodb:PutItem}
 * @param resource the ARN of what it is done to
 */
public record Access(String action, String resource) {}

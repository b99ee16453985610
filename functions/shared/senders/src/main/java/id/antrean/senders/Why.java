package id.antrean.senders;

/**
 * Why a sender is not believed; told to the sender, who learns nothing of the secret by it. Each
 * sender's reasons have sentences of their own, {@code problem.unauthenticated.<sender>.<reason>}.
 */
public enum Why {
  MISSING_HEADER,
  UNREADABLE_TIMESTAMP,
  TIMESTAMP_TOO_OLD,
  TIMESTAMP_TOO_NEW,
  UNREADABLE_BODY,
  MISSING_SIGNATURE,
  WRONG_SIGNATURE,
  UNKNOWN_CLIENT,
  WRONG_TOKEN
}

package id.antrean.gateway;

import java.util.Locale;

/**
 * What the log can say: one word for each event, by which alarms and people find it. Whoever adds
 * one that a person should know of adds it to infra/README.md too.
 */
public enum LogEvent {
  /** A request was answered. */
  REQUEST(false),
  /** A queue's message was worked off. */
  MESSAGE(false),
  /** What a table's stream told of was worked off. */
  STEP(false),
  /** What is done by schedule was done. */
  SCHEDULE(false),
  /** Something was counted or measured. */
  MEASURED(false),

  BOOKING_REOPENED(false),
  /** Somebody was let in. */
  CHECKED_IN(false),
  /** How a visit went was put down. */
  VISIT_ENDED(false),
  /** Somebody was registered at an office's desk; also told of a repeat. */
  REGISTERED_AT_DESK(false),
  /** An office said something of a person's papers. */
  APPLICATION_REVIEWED(false),
  /** Who read a person's data and papers. */
  APPLICATION_READ(false),
  DAY_SET(false),
  /** The week, the rules or the services of an office were set. */
  OFFICE_SET(false),
  OFFICE_CLOSED(false),
  CLOSURE_TAKEN_BACK(false),
  /** Who read people's names. */
  APPOINTMENTS_READ(false),
  /** Somebody decided about money that settled nothing, and a second person has to agree. */
  PAYMENT_RESOLUTION_PROPOSED(false),
  /** It was decided what becomes of money that settled nothing. */
  PAYMENT_RESOLVED(false),
  /** An aggregator tried out its address. */
  NOTIFICATION_PING(false),

  /** A fault of ours; the request was answered 503. */
  FAULT(true),
  /** A service did not answer; the request was answered 503. */
  UNAVAILABLE(true),
  /** A table, a secret or the like is not there; the request was answered 503. */
  MISSING(true),
  /** A message was dropped: repeating would not make it understood. */
  MESSAGE_UNKNOWN(true),
  /** A step is counted nowhere: the office of its session is gone. */
  STEP_OF_NO_OFFICE(true),

  /** An open question about a person will not be asked by itself. */
  IDENTITY_REMINDER_NOT_SENT(true),
  /** The population registry did not answer within the time in which it is asked. */
  IDENTITY_UNANSWERED(true),

  /** A file arrived where no declared file could. */
  UPLOAD_KEY_UNKNOWN(true),
  /** A file was rejected because looking into it failed. */
  INSPECTION_FAULT(true),

  NOTIFICATION_NOT_AUTHENTIC(true),
  /** The store did not take it; it is safe on its queue. */
  NOTIFICATION_CAPTURED(true),
  /** It is stored and its queue is down: the sweep takes it up. */
  NOTIFICATION_WAITS_FOR_SWEEP(true),
  /** More of one bill wait for their sender's word than are kept. */
  NOTIFICATIONS_UNCONFIRMED(true),
  /** An aggregator's list of a day is not there, or is none. */
  SETTLEMENT_LIST_MISSING(true),
  /** Money that settles nothing. */
  PAYMENT_EXCEPTION(true);

  private final boolean alarm;

  LogEvent(boolean alarm) {
    this.alarm = alarm;
  }

  /** Whether a person should know of it. */
  public boolean isAlarm() {
    return alarm;
  }

  /** As it stands in the log. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

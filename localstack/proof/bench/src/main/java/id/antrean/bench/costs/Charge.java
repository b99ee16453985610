package id.antrean.bench.costs;

import java.util.Locale;

/** What AWS charges for. Its name, in small letters and with spaces, is that of its price. */
enum Charge {
  GATEWAY_REQUEST("requests"),
  FUNCTION_REQUEST("calls of functions"),
  FUNCTION_GB_SECOND("GB-seconds of functions"),
  WRITE_UNIT("units written"),
  READ_UNIT("units read"),
  TABLE_GB_MONTH("GB in tables and indexes"),
  BACKUP_GB_MONTH("GB that can be had back from any moment"),
  QUEUE_REQUEST("requests of queues"),
  TRANSITION("transitions of timers"),
  FILE_PUT("papers put"),
  FILE_GET("papers read"),
  FILE_GB_MONTH("GB of papers"),
  KEY_MONTH("keys"),
  KEY_REQUEST("uses of keys"),
  SECRET_MONTH("secrets"),
  SECRET_REQUEST("looks at secrets"),
  LOG_GB("GB of logs, written"),
  LOG_GB_MONTH("GB of logs, kept for a month"),
  ALARM_METRIC_MONTH("metrics with an alarm"),
  OWN_METRIC_MONTH("metrics of our own"),
  TRACE("traces"),
  TRANSFER_GB("GB to the internet");

  private final String text;

  Charge(String text) {
    this.text = text;
  }

  /** What prices.csv calls it. */
  String price() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** For people, after a number. */
  @Override
  public String toString() {
    return text;
  }
}

package id.antrean.senders.snap;

import id.antrean.gateway.Answer;
import id.antrean.gateway.View;
import id.antrean.senders.SenderTimes;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * What is answered, in the standard's words: HTTP status, number of the service and case are one
 * code. apidevportal.aspi-indonesia.or.id, response codes.
 */
enum SnapResponse {
  SUCCESSFUL(200, "00", "Successful"),
  IN_PROGRESS(202, "00", "Request In Progress"),
  BAD_REQUEST(400, "00", "Bad Request"),
  INVALID_FORMAT(400, "01", "Invalid Field Format"),
  MISSING_FIELD(400, "02", "Invalid Mandatory Field"),
  UNAUTHORIZED(401, "00", "Unauthorized"),
  INVALID_TOKEN(401, "01", "Invalid Token (B2B)"),
  UNKNOWN_PARTNER(404, "08", "Invalid Merchant"),
  BILL_NOT_FOUND(404, "12", "Bill not found"),
  INVALID_AMOUNT(404, "13", "Invalid Amount"),
  PAID_BILL(404, "14", "Paid Bill"),
  INCONSISTENT(404, "18", "Inconsistent Request"),
  EXPIRED_BILL(404, "19", "Invalid Bill/Virtual Account"),
  CONFLICT(409, "00", "Conflict"),
  TOO_LARGE(413, "00", "Bad Request"),
  TOO_MANY(429, "00", "Too Many Requests"),
  INTERNAL(500, "01", "Internal Server Error");

  private final int status;
  private final String kase;
  private final String message;

  SnapResponse(int status, String kase, String message) {
    this.status = status;
    this.kase = kase;
    this.message = message;
  }

  String code(SnapService service) {
    return status + service.code() + kase;
  }

  String message() {
    return message;
  }

  /** With what an engineer has to know beside it. */
  String message(String detail) {
    return message + " [" + detail + "]";
  }

  /** The bare answer. */
  Answer answer(SnapService service, Instant now) {
    return answer(new SnapAnswerView(code(service), message), now);
  }

  /** The bare answer with what an engineer has to know. */
  Answer answer(SnapService service, String detail, Instant now) {
    return answer(new SnapAnswerView(code(service), message(detail)), now);
  }

  /** With more than the code. */
  Answer answer(View body, Instant now) {
    return Answer.inDialect(status, body)
        .header(
            "X-TIMESTAMP",
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                now.truncatedTo(ChronoUnit.SECONDS).atOffset(SenderTimes.WIB)));
  }
}

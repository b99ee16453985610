package id.antrean.sandbox.identity;

import id.antrean.sandbox.http.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a token shall say.
 *
 * @param subject the account
 * @param lifetime how long it lives from now; negative for one that has already expired
 * @param audience for whom it is, if not for the API
 */
record TokenRequest(
    String subject,
    List<String> roles,
    Optional<String> office,
    Duration lifetime,
    Optional<String> audience) {
  private static final List<String> ROLES =
      List.of("applicant", "officer", "supervisor", "auditor");
  private static final int LONGEST_SUBJECT = 128;
  private static final Duration ONE_DAY = Duration.ofDays(1);
  private static final String LIFETIME_EXPECTED =
      "an ISO 8601 duration of at most 366 days either way is expected";

  /** Reads the request; what is wrong with it is then in {@code fields.errors()}. */
  static TokenRequest from(Fields fields) {
    String subject = fields.requiredText("subject");
    if (subject.length() > LONGEST_SUBJECT) {
      fields.wrong("/subject", "at most " + LONGEST_SUBJECT + " characters are expected");
    }
    List<String> roles = fields.someOf("roles", ROLES).orElse(List.of("applicant"));
    Optional<String> office =
        fields.parsed("office", "an office id such as CLG is expected", TokenRequest::officeId);
    Duration lifetime =
        fields.parsed("lifetime", LIFETIME_EXPECTED, TokenRequest::bounded).orElse(ONE_DAY);
    return new TokenRequest(subject, roles, office, lifetime, fields.text("audience"));
  }

  private static String officeId(String text) {
    if (!text.matches("[A-Z0-9]{2,10}")) {
      throw new IllegalArgumentException("not an office id");
    }
    return text;
  }

  private static Duration bounded(String text) {
    Duration duration = Duration.parse(text);
    if (duration.abs().compareTo(Duration.ofDays(366)) > 0) {
      throw new IllegalArgumentException("too long");
    }
    return duration;
  }
}

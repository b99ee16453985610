package id.antrean.domain.policy;

import id.antrean.domain.application.Refusal;
import id.antrean.domain.office.Office;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Until when an office lets people come to a day or leave it. */
final class OfficeCutOff {
  private OfficeCutOff() {}

  static Optional<Refusal> passed(Office office, LocalDate day, Instant now) {
    ZonedDateTime until = office.cutOff(day).atZone(office.zone());
    return now.isBefore(until.toInstant())
        ? Optional.empty()
        : Optional.of(new Refusal.TooLate(until));
  }
}

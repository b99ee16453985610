package id.antrean.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Refusal;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Office;
import id.antrean.domain.passport.PassportRequest;
import id.antrean.memory.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OfficeOffersPassportTest {
  private final SeatRule rule = new OfficeOffersPassport();

  private static Office offering(PassportRequest.Type type, Lane lane) {
    return Samples.office(
        "CLG",
        "Asia/Jakarta",
        1,
        List.of(new Office.Service(type, List.of(PassportRequest.Kind.values()), List.of(lane))));
  }

  private Optional<Refusal> at(Office office) {
    return rule.refuses(Wishes.at(office, Wishes.EIGHT, Samples.ready("siti"), Samples.NOW));
  }

  @Test
  void theTypeAndTheLaneAreBothTheOfficesToOffer() {
    assertThat(at(offering(PassportRequest.Type.ELECTRONIC, Lane.REGULAR))).isEmpty();
    assertThat(at(offering(PassportRequest.Type.ORDINARY, Lane.REGULAR)))
        .contains(new Refusal.NotOffered());
    assertThat(at(offering(PassportRequest.Type.ELECTRONIC, Lane.EXPRESS)))
        .contains(new Refusal.NotOffered());
  }
}

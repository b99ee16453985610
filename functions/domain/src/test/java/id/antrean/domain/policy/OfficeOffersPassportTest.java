package id.antrean.domain.policy;

import static id.antrean.domain.office.Calendars.offering;
import static id.antrean.domain.policy.Wishes.CILEGON;
import static id.antrean.domain.policy.Wishes.DAY;
import static id.antrean.domain.policy.Wishes.paid;
import static id.antrean.domain.policy.Wishes.ready;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.application.Refusal;
import id.antrean.domain.application.Status;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.Office;
import id.antrean.domain.passport.PassportRequest;
import id.antrean.domain.passport.PassportRequest.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Siti asks for an ordinary passport, her first, in the regular lane. */
class OfficeOffersPassportTest {
  private final SeatRule rule = new OfficeOffersPassport();

  private static Office office(Office.Service... services) {
    return offering(CILEGON, List.of(services));
  }

  private static Office.Service service(PassportRequest.Type type, Kind kind, Lane lane) {
    return new Office.Service(type, List.of(kind), List.of(lane));
  }

  @Test
  void whatAnOfficeMakesItGivesSeatsFor() {
    assertThat(
            rule.refuses(
                ready()
                    .asking(office(service(PassportRequest.Type.ORDINARY, Kind.NEW, Lane.REGULAR)))
                    .wish()))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ELECTRONIC, NEW,     REGULAR",
    "ORDINARY,   RENEWAL, REGULAR",
    "ORDINARY,   NEW,     EXPRESS"
  })
  void theTypeTheKindAndTheLaneAreEachTheOfficesToOffer(
      PassportRequest.Type type, Kind kind, Lane lane) {
    assertThat(rule.refuses(ready().asking(office(service(type, kind, lane))).wish()))
        .contains(new Refusal.NotOffered());
  }

  @Test
  void noneIsMadeInTheLaneOfAnother() {
    Office office =
        office(
            service(PassportRequest.Type.ORDINARY, Kind.NEW, Lane.EXPRESS),
            service(PassportRequest.Type.ELECTRONIC, Kind.NEW, Lane.REGULAR),
            service(PassportRequest.Type.ORDINARY, Kind.RENEWAL, Lane.REGULAR));
    assertThat(rule.refuses(ready().asking(office).wish())).contains(new Refusal.NotOffered());
    assertThat(rule.refuses(ready().asking(office).in(Lane.EXPRESS).wish())).isEmpty();
  }

  @Test
  void atItsDeskAnOfficeMakesWhatItMakesInWhicheverLane() {
    Office office = office(service(PassportRequest.Type.ORDINARY, Kind.NEW, Lane.EXPRESS));
    Wishes siti = ready().asking(office).in(Lane.WALK_IN);
    PassportRequest another = new PassportRequest(Kind.RENEWAL, PassportRequest.Type.ORDINARY, 10);
    assertThat(rule.refuses(siti.wish())).isEmpty();
    assertThat(rule.refuses(siti.wants(another).wish())).contains(new Refusal.NotOffered());
  }

  @Test
  void anOfficeWithoutServicesOffersNothing() {
    assertThat(rule.refuses(ready().asking(office()).wish())).contains(new Refusal.NotOffered());
  }

  @Test
  void whatTheOfficeOfTheSeatOffersByNowIsNotAsked() {
    Wishes siti = paid(Status.CONFIRMED).seatAt(office(), DAY).asking(CILEGON);
    assertThat(rule.refuses(siti.wish())).isEmpty();
  }
}

package id.antrean.domain.counter;

import static id.antrean.domain.counter.Seats.at;
import static id.antrean.domain.counter.Seats.person;
import static id.antrean.domain.counter.Seats.seat;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.booking.Seat;
import id.antrean.domain.office.Lane;
import org.junit.jupiter.api.Test;

class TicketTest {
  private static final TicketCode CODE = new TicketCode("K7Q29MXA");
  private static final Seat HERS = seat("siti", 4, "08:00", Lane.REGULAR);

  private final Ticket ticket = Ticket.of(CODE, HERS);

  @Test
  void itIsForTheSeatThatItWasMadeFor() {
    assertThat(ticket.isFor(HERS)).isTrue();
    assertThat(ticket.code()).isEqualTo(CODE);
    assertThat(ticket.session()).isEqualTo(HERS.session());
    assertThat(ticket.application()).isEqualTo(person("siti"));
  }

  @Test
  void itIsForNoOtherSeatOfTheSamePerson() {
    assertThat(ticket.isFor(seat("siti", 5, "09:00", Lane.REGULAR))).as("moved").isFalse();
    assertThat(ticket.isFor(seat("siti", 5, "08:00", Lane.REGULAR))).as("and back").isFalse();
    assertThat(ticket.isFor(seat("siti", 4, "09:00", Lane.REGULAR))).isFalse();
    assertThat(ticket.isFor(seat("siti", 4, "08:00", Lane.PRIORITY))).isFalse();
  }

  @Test
  void itIsForNobodyElsesSeat() {
    assertThat(ticket.isFor(seat("budi", 4, "08:00", Lane.REGULAR))).isFalse();
  }

  @Test
  void aSessionThatIsMadeShorterVoidsNoTickets() {
    assertThat(ticket.isFor(HERS.until(at("08:30")))).isTrue();
  }
}

package id.antrean.counter;

import static id.antrean.counter.Counter.CILEGON;
import static id.antrean.counter.Counter.EIGHT;
import static id.antrean.counter.Counter.NINE;
import static id.antrean.counter.Counter.seat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.domain.Unavailable;
import id.antrean.domain.application.Application;
import id.antrean.domain.booking.Seat;
import id.antrean.domain.counter.KeepTickets;
import id.antrean.domain.counter.Ticket;
import id.antrean.domain.counter.TicketCode;
import id.antrean.domain.office.HoldId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IssuingTicketsTest {
  private static final TicketCode FIRST = new TicketCode("00000001");
  private static final TicketCode SECOND = new TicketCode("00000002");

  private final Counter counter = new Counter();

  /** Draws these, one after the other. */
  private IssueTicket drawing(TicketCode... codes) {
    Deque<TicketCode> left = new ArrayDeque<>(List.of(codes));
    return new IssueTicket(counter.world.counter, left::remove);
  }

  @Test
  void aSeatHasATicketThatIsFoundByItsCode() {
    Seat seat = seat(counter.confirmed("siti", EIGHT));
    Ticket ticket = drawing(FIRST).of(seat);
    assertThat(ticket).isEqualTo(new Ticket(FIRST, seat.hold(), EIGHT));
    assertThat(ticket.isFor(seat)).isTrue();
    assertThat(counter.world.counter.by(FIRST)).contains(ticket);
  }

  @Test
  void whoAsksAgainHasTheSame() {
    Seat seat = seat(counter.confirmed("siti", EIGHT));
    IssueTicket issue = drawing(FIRST, SECOND);
    assertThat(issue.of(seat)).isEqualTo(issue.of(seat));
    assertThat(counter.world.counter.by(SECOND)).isEmpty();
  }

  @Test
  void theTicketOfASessionThatWasMadeShorterIsTheSame() {
    Seat seat = seat(counter.confirmed("siti", EIGHT));
    Ticket ticket = drawing(FIRST).of(seat);
    assertThat(drawing().of(seat.until(seat.startsAt().plusSeconds(60)))).isEqualTo(ticket);
  }

  @Test
  void anotherSeatHasAnotherAndTheFormerIsStillKnown() {
    Application siti = counter.confirmed("siti", EIGHT);
    IssueTicket issue = drawing(FIRST, SECOND);
    Ticket former = issue.of(seat(siti));
    Seat moved = seat(counter.moved(siti, CILEGON, NINE));
    Ticket ticket = issue.of(moved);
    assertThat(ticket.code()).isEqualTo(SECOND);
    assertThat(former.isFor(moved)).isFalse();
    assertThat(counter.world.counter.by(FIRST)).as("to be told that it is void").contains(former);
  }

  @Test
  void whoAsksOnTwoPhonesAtOnceHasTheSameOnBoth() {
    Seat seat = seat(counter.confirmed("siti", EIGHT));
    IssueTicket issue = drawing(FIRST, SECOND);
    List<Ticket> other = new ArrayList<>();
    counter.faults.before("keep ticket", () -> other.add(issue.of(seat)));
    assertThat(issue.of(seat)).isEqualTo(other.getFirst());
    assertThat(counter.world.counter.of(seat.hold())).contains(other.getFirst());
    assertThat(counter.world.counter.by(FIRST).isPresent())
        .isNotEqualTo(counter.world.counter.by(SECOND).isPresent());
  }

  @Test
  void aTicketWhoseAnswerGotLostIsTheSameWhenAskedAgain() {
    Seat seat = seat(counter.confirmed("siti", EIGHT));
    IssueTicket issue = drawing(FIRST, SECOND);
    counter.faults.answerLost("keep ticket");
    assertThatThrownBy(() -> issue.of(seat)).isInstanceOf(Unavailable.class);
    assertThat(issue.of(seat).code()).isEqualTo(FIRST);
  }

  @Test
  void aCodeThatIsAnothersIsDrawnAgain() {
    Ticket anis = drawing(FIRST).of(seat(counter.confirmed("ani", EIGHT)));
    Seat seat = seat(counter.confirmed("siti", EIGHT));
    assertThat(drawing(FIRST, FIRST, FIRST, FIRST, SECOND).of(seat).code()).isEqualTo(SECOND);
    assertThat(counter.world.counter.by(FIRST)).contains(anis);
  }

  @Test
  void codesThatAreAlikeAgainAndAgainAreAFaultAndNobodysTicketIsTaken() {
    Ticket anis = drawing(FIRST).of(seat(counter.confirmed("ani", EIGHT)));
    Seat seat = seat(counter.confirmed("siti", EIGHT));
    IssueTicket issue = new IssueTicket(counter.world.counter, () -> FIRST);
    assertThatThrownBy(() -> issue.of(seat)).isInstanceOf(Unavailable.class);
    assertThat(counter.world.counter.by(FIRST)).contains(anis);
    assertThat(counter.world.counter.of(seat.hold())).isEmpty();
  }

  /** Whoever shows an old ticket is told that it is past, not that it is unknown. */
  @Test
  void itIsKeptForNinetyDaysAfterTheVisitByTheClockOfTheOffice() {
    List<Instant> until = new ArrayList<>();
    KeepTickets store =
        new KeepTickets() {
          @Override
          public Optional<Ticket> of(HoldId hold) {
            return Optional.empty();
          }

          @Override
          public Optional<Ticket> by(TicketCode code) {
            return Optional.empty();
          }

          @Override
          public boolean keep(Ticket ticket, Instant moment) {
            until.add(moment);
            return true;
          }
        };
    new IssueTicket(store, () -> FIRST).of(seat(counter.confirmed("siti", EIGHT)));
    assertThat(until).containsExactly(Counter.on("2027-03-07T00:00"));
  }
}

package id.antrean.payments;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.Actor;
import id.antrean.domain.EffectiveDated;
import id.antrean.domain.OfficeId;
import id.antrean.domain.payment.FindExceptions.Place;
import id.antrean.domain.payment.NoticeId;
import id.antrean.domain.payment.Resolution;
import id.antrean.memory.Samples;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every notice of a day, and what the bills say of those that settled one. */
class TheBooksTest {
  private final Counter counter = new Counter(new MoneyComesAndGoesTest.Believed());
  private final Books books =
      new Books(
          counter.world.payments,
          new FindBilled(counter.world.payments, counter.world.applications));

  private LocalDate today() {
    return counter.world.time.instant().atZone(EffectiveDated.JAKARTA).toLocalDate();
  }

  private Books.Page page(int from, int limit) {
    return books.of(today(), from, limit);
  }

  @Test
  void whatSettledIsBookedAndWhatDidNotIsNot() {
    counter.happens("is pending");
    counter.happens("pays");
    counter.happens("pays again");

    assertThat(page(0, 10).lines())
        .extracting(Books.Line::booked)
        .containsExactly(null, Counter.FEE, null);
    assertThat(page(0, 10).next()).isNull();
  }

  @Test
  void whatWentBackStaysBookedByThePaymentThatItWas() {
    counter.happens("pays");
    counter.happens("all goes back");

    assertThat(page(0, 10).lines())
        .extracting(Books.Line::booked)
        .containsExactly(Counter.FEE, null);
  }

  @Test
  void whatPeopleAcceptedIsBookedForWhatCame() {
    counter.happens("pays too little");
    counter
        .deciding(10_000_000)
        .resolve(
            counter.open().getFirst(),
            new Resolution.Wish(Resolution.Action.ACCEPT, null, "the rest was waived"),
            new Actor.Staff("supervisor", "ratna", new OfficeId("CLG")));

    assertThat(page(0, 10).lines()).extracting(Books.Line::booked).containsExactly(Counter.FEE - 1);
  }

  @Test
  void aDayIsReadPageByPageAndNothingIsLeftOut() {
    counter.happens("is pending");
    counter.happens("pays");
    counter.happens("pays again");

    assertThat(page(0, 2).lines()).hasSize(2);
    assertThat(page(0, 2).next()).isEqualTo(2);
    assertThat(page(2, 2).lines()).hasSize(1);
    assertThat(page(2, 2).next()).isNull();
    assertThat(page(7, 2).lines()).isEmpty();
    assertThat(page(7, 2).next()).isNull();
  }

  @Test
  void anotherDayHasItsOwn() {
    counter.happens("pays");

    assertThat(books.of(today().minusDays(1), 0, 10).lines()).isEmpty();
  }

  // ---- How clients name what is on the list ----

  private static final NoticeId NOTICE = new NoticeId("819204837561120", "standard", "msg_1");

  @Test
  void aNoticeIsFoundUnderItsName() {
    assertThat(ExceptionIds.parse(ExceptionIds.of(NOTICE))).contains(NOTICE);
    assertThat(ExceptionIds.of(NOTICE)).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void aPlaceOnTheListIsFoundAgain() {
    Place place = new Place(Samples.NOW, NOTICE);

    assertThat(ExceptionIds.place(ExceptionIds.cursor(place))).contains(place);
    assertThat(ExceptionIds.place(ExceptionIds.of(NOTICE))).isEmpty();
    assertThat(ExceptionIds.parse(ExceptionIds.cursor(place))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%%%", "bm90LW91cnM", "YQoKYg", "MQ"})
  void whatIsNoNameIsNobodys(String name) {
    assertThat(ExceptionIds.parse(name)).isEmpty();
    assertThat(ExceptionIds.place(name)).isEmpty();
  }

  @Test
  void aNameLongerThanAnyIsNotEvenRead() {
    String longest = ExceptionIds.of(new NoticeId("8".repeat(64), "standard", "m".repeat(500)));
    assertThat(longest.length()).isLessThanOrEqualTo(800);
    assertThat(ExceptionIds.parse(longest)).isPresent();
    assertThat(
            ExceptionIds.parse(
                ExceptionIds.of(new NoticeId("8".repeat(64), "standard", "m".repeat(600)))))
        .isEqualTo(Optional.empty());
  }
}

package id.antrean.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import id.antrean.domain.Actor;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.Unavailable;
import id.antrean.domain.applicant.AskDukcapilLater.Reminder;
import id.antrean.domain.applicant.DukcapilAnswer;
import id.antrean.domain.applicant.DukcapilAnswer.Cause;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.application.Application;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskingAgainTest {
  private final House house = new House();
  private ApplicationId id = new ApplicationId("AAAAAAAAAAAAAAAA");

  @BeforeEach
  void aQuestionWasLeftOpen() {
    house.registry = new DukcapilAnswer.Unavailable(Cause.QUOTA);
    id = new ApplicationId(house.register(Forms.SITI).id());
  }

  @Test
  void theVerdictIsKeptOnceItComes() {
    house.registry = new DukcapilAnswer.Matched();

    house.askAgain.ask(house.reminders.getLast());

    Application application = house.world.see(id);
    assertThat(application.dossier().identity().verdict()).isEqualTo(IdentityVerdict.MATCHED);
    assertThat(application.version()).isEqualTo(2);
  }

  @Test
  void aReminderThatComesTwiceChangesNothingMore() {
    house.registry = new DukcapilAnswer.Matched();
    house.askAgain.ask(house.reminders.getLast());
    int questions = house.asked.size();

    house.askAgain.ask(house.reminders.getLast());

    assertThat(house.world.see(id).version()).isEqualTo(2);
    assertThat(house.asked).hasSize(questions);
  }

  @Test
  void theWaitGrowsToAQuarterOfAnHour() {
    for (int i = 0; i < 3; i++) {
      house.askAgain.ask(house.reminders.getLast());
    }

    assertThat(house.reminders).extracting(Reminder::attempt).containsExactly(1, 2, 3, 4);
    assertThat(house.delays)
        .containsExactly(
            Duration.ZERO, Duration.ofMinutes(10), Duration.ofMinutes(15), Duration.ofMinutes(15));
  }

  @Test
  void afterThreeDaysAPersonIsToldInstead() {
    Duration waited = Duration.ofMinutes(5);
    while (true) {
      int before = house.reminders.size();
      house.askAgain.ask(house.reminders.getLast());
      if (house.reminders.size() == before) {
        break;
      }
      waited = waited.plus(house.delays.getLast());
    }

    assertThat(waited).isBetween(Duration.ofDays(3), Duration.ofDays(3).plusHours(1));
    assertThat(house.log.toString(StandardCharsets.UTF_8)).contains("identity-unanswered");
  }

  @Test
  void aQueueThatIsDownHandsTheReminderBack() {
    house.queueDown = true;

    assertThatThrownBy(() -> house.askAgain.ask(house.reminders.getLast()))
        .isInstanceOf(Unavailable.class);
  }

  @Test
  void anAnswerAboutDataThatChangedMeanwhileIsNotKept() {
    house.registry = new DukcapilAnswer.Matched();
    house.faults.before(
        "save",
        () -> {
          house.registry = new DukcapilAnswer.Unavailable(Cause.SLOW);
          house.correct(id.value(), "{\"applicant\":{\"fullName\":\"SITI A\"}}");
          house.registry = new DukcapilAnswer.Deceased();
        });

    house.askAgain.ask(house.reminders.getFirst());
    assertThat(house.world.see(id).dossier().identity().verdict())
        .isEqualTo(IdentityVerdict.PENDING);

    house.askAgain.ask(house.reminders.getLast());
    assertThat(house.asked.getLast().fullName()).isEqualTo("SITI A");
    assertThat(house.world.see(id).dossier().identity().verdict())
        .isEqualTo(IdentityVerdict.DECEASED);
  }

  @Test
  void oneReminderGoesOnHoweverOftenDataAreCorrected() {
    for (int corrections = 0; corrections < 20; corrections++) {
      house.correct(
          id.value(),
          "{\"applicant\":{\"birthPlace\":\"%s\"}}".formatted("A".repeat(corrections + 2)));
    }
    List<Reminder> sent = List.copyOf(house.reminders);
    int questions = house.asked.size();

    sent.forEach(house.askAgain::ask);

    assertThat(house.asked).hasSize(questions + 1);
    assertThat(house.reminders).hasSize(sent.size() + 1);
  }

  @Test
  void aQuestionThatAFormerVersionLeftOpenIsAskedByItsReminder() {
    Application asked = house.world.see(id);
    house.world.has(
        asked.identified(Identity.pending(), new Actor.Service("identity"), asked.createdAt()));
    house.registry = new DukcapilAnswer.Matched();

    house.askAgain.ask(new Reminder(id, 7, "former"));

    assertThat(house.world.see(id).dossier().identity().verdict())
        .isEqualTo(IdentityVerdict.MATCHED);
  }

  @Test
  void nobodyAsksAboutACancelledApplication() {
    house.call("siti", "DELETE", "/applications/{id}", id.value());
    int questions = house.asked.size();

    house.askAgain.ask(house.reminders.getLast());
    house.askAgain.ask(new Reminder(new ApplicationId("ZZZZZZZZZZZZZZZZ"), 1, "r"));

    assertThat(house.asked).hasSize(questions);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "[]",
        "{\"schema\":1}",
        "{\"schema\":1,\"applicationId\":\"short\",\"attempt\":1}",
        "{\"schema\":9,\"applicationId\":\"AAAAAAAAAAAAAAAA\",\"attempt\":1}"
      })
  void whatNobodyUnderstandsIsDroppedWithAnAlarm(String body) {
    house.function.identity(message(body));

    assertThat(house.log.toString(StandardCharsets.UTF_8)).contains("message-unknown");
  }

  @Test
  void fieldsOfLaterDeploymentsArePassedOver() {
    house.registry = new DukcapilAnswer.Matched();

    house.function.identity(
        message(
            "{\"schema\":1,\"requestId\":\""
                + house.reminders.getLast().requestId()
                + "\",\"applicationId\":\""
                + id
                + "\",\"attempt\":1,\"later\":true}"));

    assertThat(house.world.see(id).dossier().identity().verdict())
        .isEqualTo(IdentityVerdict.MATCHED);
  }

  private static SQSMessage message(String body) {
    SQSMessage message = new SQSMessage();
    message.setMessageId("m-1");
    message.setBody(body);
    return message;
  }
}

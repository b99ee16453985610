package id.antrean.acceptance;

import static id.antrean.acceptance.stack.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.people.Applicant;
import id.antrean.acceptance.people.OpenSession;
import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.people.StandardWebhook;
import id.antrean.acceptance.stack.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody restless, who has the same account and application over restarts of the stack. */
final class Customer {
  private static final long BILL = 950_000;

  private final String account = "siti-" + UUID.randomUUID().toString().substring(0, 8);
  private final String application;
  private @Nullable StandardWebhook notice;
  private boolean heard;

  Customer(Stack stack) {
    this.application = applicant(stack).isReady().id();
  }

  private Applicant applicant(Stack stack) {
    return new Applicant(stack.api(), stack.sandbox().token(account, "applicant"));
  }

  PassportApplication application(Stack stack) {
    return applicant(stack).application(application);
  }

  /** Does one thing or another; fails with whatever the connection fails with. */
  void doesSomething(
      Stack stack, PassportApplication mine, List<OpenSession> sessions, Random random) {
    int choice = random.nextInt(20);
    if (choice == 0) {
      mine.triesToCancel();
    } else if (choice < 4) {
      mine.triesToGiveBack();
    } else if (choice < 7 && notice == null) {
      pays(stack, mine);
    } else {
      mine.triesToHold(sessions.get(random.nextInt(sessions.size())));
    }
  }

  private void pays(Stack stack, PassportApplication mine) {
    Answer bill = mine.triesToSeeBill();
    if (bill.status() == 200) {
      StandardWebhook paid =
          StandardWebhook.paid(
              bill.accepted().getString("billingCode"),
              BILL,
              now(stack),
              stack.sandbox().secretsOf("standard").getString("secret"));
      notice = paid;
      heard = sent(stack, paid);
    }
  }

  /** As a real sender does: again until it is heard, and once more although it was. */
  void sendsAgain(Stack stack) {
    StandardWebhook paid = notice;
    if (paid != null) {
      soon(() -> assertThat(sent(stack, paid.at(now(stack)))).isTrue());
    }
  }

  /** The notice that was answered with 2xx, before the kill or after. */
  @Nullable StandardWebhook notice() {
    return notice;
  }

  boolean heardBeforeTheKill() {
    return heard;
  }

  private static boolean sent(Stack stack, StandardWebhook webhook) {
    return stack.standard().notifies(webhook.headers(), webhook.body()).status() == 200;
  }

  private static Instant now(Stack stack) {
    return stack.sandbox().now().toInstant();
  }
}

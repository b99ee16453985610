package id.antrean.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.stack.Ability;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The template's policies allow what the functions do, and are held against it. */
@OnAStack
@DisplayName("A function's policy")
final class PermissionsTest {
  private final Stack stack;

  PermissionsTest(Stack stack) {
    this.stack = stack;
  }

  @Test
  @Needs(Ability.DEVELOPERS_VIEW)
  void allows_whatever_was_asked_until_now() {
    stack.readyApplication().holds(stack.opens(1));

    assertThat(stack.sandbox().permissions().getList("refused")).isEmpty();
    assertThat(
            stack
                .sandbox()
                .permissions()
                .getList(
                    "granted.findAll { it.function == 'BookingFunction'"
                        + " && it.action == 'dynamodb:UpdateItem' }.used",
                    Integer.class))
        .isNotEmpty()
        .allMatch(used -> used > 0);
  }
}

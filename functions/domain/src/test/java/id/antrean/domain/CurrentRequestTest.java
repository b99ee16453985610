package id.antrean.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is done for a request can be followed by its id. */
class CurrentRequestTest {

  @Test
  void theIdIsKnownAsLongAsItsWorkGoesOn() {
    assertThat(CurrentRequest.during("r-1", () -> "done for " + CurrentRequest.id()))
        .isEqualTo("done for r-1");
    assertThat(CurrentRequest.id()).isEqualTo("none");
  }
}

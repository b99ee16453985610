package id.antrean.domain.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.domain.ApplicationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoldIdTest {
  private static final ApplicationId SITI = new ApplicationId("AAECAwQFBgcICQoL");

  @Test
  void itIsTheApplicationsBytesAndTheVersionsFour() {
    assertThat(new HoldId(SITI, 0x01020304).bytes())
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2, 3, 4);
  }

  @Test
  void itsNameIsSafeEverywhere() {
    assertThat(new HoldId(SITI, 255).hex()).isEqualTo("000102030405060708090a0b000000ff");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 65_536, Integer.MAX_VALUE})
  void itIsReadAsItWasWritten(int version) {
    HoldId hold = new HoldId(SITI, version);

    assertThat(HoldId.of(hold.bytes())).isEqualTo(hold);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 15, 17})
  void anotherLengthIsNoHold(int length) {
    assertThatThrownBy(() -> HoldId.of(new byte[length]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

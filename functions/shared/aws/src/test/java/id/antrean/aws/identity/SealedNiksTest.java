package id.antrean.aws.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.domain.applicant.Nik;
import id.antrean.domain.applicant.ProtectedNik;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SealedNiksTest {
  private static final Nik SITI = new Nik("9901014107950001");
  private static final Nik BUDI = new Nik("9901010107950002");

  private final CountingKeys kms = new CountingKeys();
  private final SettableTime time = new SettableTime();
  private final SealedNiks niks = new SealedNiks(new SparingDataKeys(kms, time), () -> "secret");

  @Test
  void whatWasSealedCanBeOpened() {
    assertThat(niks.open(niks.protect(SITI))).isEqualTo(SITI);
  }

  @Test
  void nothingThatIsStoredShowsTheHiddenDigits() {
    ProtectedNik stored = niks.protect(SITI);

    assertThat(stored.masked()).isEqualTo("************0001");
    assertThat(stored.toString()).doesNotContain("01410795");
  }

  @Test
  void theSamePersonIsFoundAgainAndSealedDifferently() {
    ProtectedNik once = niks.protect(SITI);
    ProtectedNik again = niks.protect(SITI);

    assertThat(again.lookup()).isEqualTo(once.lookup());
    assertThat(again.sealed()).isNotEqualTo(once.sealed());
    assertThat(niks.protect(BUDI).lookup()).isNotEqualTo(once.lookup());
  }

  @Test
  void anotherSecretFindsNobody() {
    SealedNiks others = new SealedNiks(kms, () -> "another secret");

    assertThat(others.protect(SITI).lookup()).isNotEqualTo(niks.protect(SITI).lookup());
  }

  @Test
  void aChangedSealIsNotOpened() {
    ProtectedNik stored = niks.protect(SITI);
    char last = stored.sealed().charAt(stored.sealed().length() - 2);
    String changed =
        stored.sealed().substring(0, stored.sealed().length() - 2) + (last == 'A' ? "BA" : "AA");

    assertThatThrownBy(() -> niks.open(new ProtectedNik(stored.masked(), stored.lookup(), changed)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("9901");
  }

  @Test
  void aDataKeySealsManyNumbersButNotForever() {
    for (int i = 0; i < 1_000; i++) {
      niks.protect(SITI);
    }
    assertThat(kms.made).isEqualTo(1);

    niks.protect(SITI);
    assertThat(kms.made).isEqualTo(2);

    time.now = time.now.plus(Duration.ofMinutes(11));
    niks.protect(SITI);
    assertThat(kms.made).isEqualTo(3);
  }

  @Test
  void aNumberSealedUnderAnEarlierKeyIsOpenedAndItsKeyRemembered() {
    ProtectedNik early = niks.protect(SITI);
    time.now = time.now.plus(Duration.ofMinutes(11));
    niks.protect(BUDI);

    assertThat(niks.open(early)).isEqualTo(SITI);
    assertThat(niks.open(early)).isEqualTo(SITI);
    assertThat(kms.unwrapped).isEqualTo(1);
  }

  /** A master key that only turns the bytes round. */
  private static final class CountingKeys implements DataKeys {
    private int made;
    private int unwrapped;

    @Override
    public DataKey toSeal() {
      made++;
      byte[] plain = new byte[32];
      Arrays.fill(plain, (byte) made);
      return new DataKey(plain, turned(plain));
    }

    @Override
    public byte[] unwrap(byte[] wrapped) {
      unwrapped++;
      return turned(wrapped);
    }

    private static byte[] turned(byte[] bytes) {
      byte[] other = bytes.clone();
      for (int i = 0; i < other.length; i++) {
        other[i] = (byte) ~other[i];
      }
      return other;
    }
  }

  private static final class SettableTime implements InstantSource {
    private Instant now = Instant.parse("2026-11-23T00:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }
  }
}

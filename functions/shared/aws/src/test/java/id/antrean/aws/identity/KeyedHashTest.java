package id.antrean.aws.identity;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.ApplicationId;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyedHashTest {

  @Test
  void partsKeepTheirBorders() {
    KeyedHash hash = new KeyedHash(() -> "secret", "test");

    assertThat(hash.of(List.of("ab", "c"))).isNotEqualTo(hash.of(List.of("a", "bc")));
    assertThat(hash.of(List.of("ab", "c"))).isEqualTo(hash.of(List.of("ab", "c"))).hasSize(32);
  }

  @Test
  void eachPurposeHasItsOwnHashes() {
    assertThat(new KeyedHash(() -> "secret", "one").of(List.of("a")))
        .isNotEqualTo(new KeyedHash(() -> "secret", "other").of(List.of("a")));
  }

  @Test
  void aKeyGivesTheSameIdToTheSameAccountOnly() {
    ApplicationIds ids = new ApplicationIds(() -> "secret");
    ApplicationId first = ids.forKey("siti", "key-0001", 0);

    assertThat(ids.forKey("siti", "key-0001", 0)).isEqualTo(first);
    assertThat(ids.forKey("siti", "key-0001", 1)).isNotEqualTo(first);
    assertThat(ids.forKey("siti", "key-0002", 0)).isNotEqualTo(first);
    assertThat(ids.forKey("budi", "key-0001", 0)).isNotEqualTo(first);
  }

  @Test
  void documentsHaveIdsThatNobodyGuesses() {
    DocumentIds ids = new DocumentIds();

    assertThat(ids.unguessable().value()).hasSize(16);
    assertThat(ids.unguessable()).isNotEqualTo(ids.unguessable());
  }
}

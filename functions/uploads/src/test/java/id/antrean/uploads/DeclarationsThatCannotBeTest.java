package id.antrean.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.uploads.House.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A declaration says exactly which bytes will come, of a kind and size that are taken in. */
class DeclarationsThatCannotBeTest {
  /** Of 32 bytes. */
  private static final String SHA256 = "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=";

  private final House house = new House();

  private Reply declare(String application, long size, String sha256) {
    return house.call(
        "siti",
        "POST",
        "/applications/{id}/documents",
        Map.of("id", application),
        "{\"kind\":\"ID_CARD\",\"contentType\":\"application/pdf\",\"size\":%d,\"sha256\":\"%s\"}"
            .formatted(size, sha256),
        Map.of());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 10_485_760})
  void aFileHasAByteAndTenMegabytesAtTheMost(long size) {
    assertThat(declare(House.ID.value(), size, SHA256).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 10_485_761, -1})
  void anyOtherSizeIsAFault(long size) {
    assertThat(declare(House.ID.value(), size, SHA256).pointers()).containsExactly("/size");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg", // without its filling
        "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgh=", // with bits that stand for nothing
        "n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg=", // in another alphabet
        "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDw", // of 30 bytes
        "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCggK", // of 33
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
      })
  void aChecksumIsWrittenInOneWayOnly(String sha256) {
    Reply reply = declare(House.ID.value(), 1, sha256);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.pointers()).containsExactly("/sha256");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ZZZZZZZZZZZZZZZZ", "short", "AAAAAAAAAAAAAAA!"})
  void forAnApplicationThatThereIsNotItIsNotFound(String application) {
    assertThat(declare(application, 1, SHA256).status()).isEqualTo(404);
  }

  @Test
  void ofAnotherSizeTheSameFileWaitsAgainUnderItsId() {
    String id = declare(House.ID.value(), 1, SHA256).id();
    int version = house.application().version();

    assertThat(declare(House.ID.value(), 1, SHA256).id()).isEqualTo(id);
    assertThat(house.application().version()).isEqualTo(version);
    assertThat(declare(House.ID.value(), 2, SHA256).id()).isEqualTo(id);
    assertThat(house.application().version()).isGreaterThan(version);
    assertThat(house.document(id).size()).isEqualTo(2);
  }
}

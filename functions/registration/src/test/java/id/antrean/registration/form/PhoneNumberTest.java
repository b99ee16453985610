package id.antrean.registration.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "+6281200000001 | +6281200000001",
        "081200000001 | +6281200000001",
        "0812-0000-0001 | +6281200000001",
        "0812 0000 0001 | +6281200000001",
        "(0812) 0000.0001 | +6281200000001",
        "6281200000001 | +6281200000001",
        "62 812-0000-0001 | +6281200000001",
        "006281200000001 | +6281200000001",
        "00 62 812 0000 0001 | +6281200000001",
        "+62 (0)812 0000 0001 | +6281200000001",
        "+62(0)81200000001 | +6281200000001",
        "+62081200000001 | +6281200000001",
        "62081200000001 | +6281200000001",
        "0062081200000001 | +6281200000001",
        "(021) 3844444 | +62213844444",
        "+65 9123 4567 | +6591234567",
        "0065 9123 4567 | +6591234567",
        "+44 (0)20 7946 0958 | +442079460958",
        "+1 (202) 555-0143 | +12025550143",
        "+62812999 | +62812999",
        "'+62 812–0000–0001' | +6281200000001"
      })
  void isKeptSoThatItCanBeDialledFromAnywhere(String written, String kept) {
    assertThat(PhoneNumber.read(written)).contains(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "+",
        "00",
        "0812",
        "0812-SECRET",
        "+0812000000",
        "+62",
        "+620",
        "+6200812000000",
        "81200000001",
        "+6281200000001234",
        "++6281200000001",
        "+62812+0000001",
        "0812000000x1",
        "0812\t0000\t0001",
        "٠٨١٢٠٠٠٠٠٠٠١",
        "0812,0000,0001",
        "tel:+6281200000001"
      })
  void isRefusedWhereItCannotBeDialled(String written) {
    assertThat(PhoneNumber.read(written)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {41, 250_000})
  void isNotLongerThanAnybodyWritesIt(int length) {
    assertThat(PhoneNumber.read("0812000000" + "-".repeat(length - 10))).isEmpty();
  }
}

package id.antrean.domain.applicant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionsTest {
  private final Regions regions = Regions.bundled();

  @ParameterizedTest
  @CsvSource({"3171, true", "3672, true", "9171, true", "9901, false", "0000, false"})
  void aRegionIsKnownByItsFirstFourDigits(String region, boolean known) {
    Nik nik = new Nik(region + "004107959999");

    assertThat(regions.knows(nik)).isEqualTo(known);
  }
}

package id.antrean.domain.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTypeTest {

  @ParameterizedTest
  @CsvSource({"image/jpeg,JPEG", "image/png,PNG", "application/pdf,PDF"})
  void threeMediaTypesAreTakenIn(String mediaType, ContentType type) {
    assertThat(ContentType.of(mediaType)).contains(type);
    assertThat(type.mediaType()).isEqualTo(mediaType);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "image/jpg", "image/gif", "IMAGE/PNG", "application/pdf; a=b"})
  void noOtherIs(String mediaType) {
    assertThat(ContentType.of(mediaType)).isEmpty();
  }

  @Test
  void eachTypeIsToldByItsFirstBytes() {
    assertThat(ContentType.JPEG.begins(Pictures.jpeg(2, 2))).isTrue();
    assertThat(ContentType.PNG.begins(Pictures.png(2, 2))).isTrue();
    assertThat(ContentType.PDF.begins(Pictures.png(2, 2))).isFalse();
    assertThat(ContentType.PDF.begins(new byte[] {'%', 'P', 'D', 'F'})).isFalse();
  }
}

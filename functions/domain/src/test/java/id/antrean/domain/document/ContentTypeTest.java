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
    byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, 0};
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0};

    assertThat(ContentType.JPEG.begins(jpeg)).isTrue();
    assertThat(ContentType.PNG.begins(png)).isTrue();
    assertThat(ContentType.JPEG.begins(png)).isFalse();
    assertThat(ContentType.PDF.begins(png)).isFalse();
    assertThat(ContentType.PDF.begins(new byte[] {'%', 'P', 'D', 'F'})).isFalse();
    assertThat(ContentType.PDF.begins(new byte[] {'%', 'P', 'D', 'F', '-'})).isTrue();
  }
}

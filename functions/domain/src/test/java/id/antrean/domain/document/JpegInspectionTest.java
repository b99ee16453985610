package id.antrean.domain.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import id.antrean.domain.document.Inspection.Reason;
import id.antrean.domain.document.Inspection.Sound;
import id.antrean.domain.document.Inspection.Unsound;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpegInspectionTest {

  private static final String FRAME_8X8 = "FFC0000B080008000801011100";
  private static final String SCAN = "FFDA0008010100003F00112233";

  @ParameterizedTest
  @CsvSource({"1,1", "7,13", "320,200"})
  void aWholePictureIsSound(int width, int height) {
    assertThat(JpegInspection.inspect(Pictures.jpeg(width, height))).isEqualTo(new Sound());
    assertThat(JpegInspection.inspect(Pictures.progressiveJpeg(width, height)))
        .isEqualTo(new Sound());
  }

  @Test
  void aPictureCutOffAnywhereIsUnsound() {
    for (byte[] whole : new byte[][] {Pictures.jpeg(40, 30), Pictures.progressiveJpeg(40, 30)}) {
      assertThat(IntStream.range(0, whole.length))
          .allSatisfy(
              length ->
                  assertThat(JpegInspection.inspect(Arrays.copyOf(whole, length)))
                      .isInstanceOf(Unsound.class));
    }
  }

  @Test
  void whatPhonesAppendAfterTheEndIsIgnored() {
    byte[] whole = Pictures.jpeg(8, 8);

    assertThat(JpegInspection.inspect(Arrays.copyOf(whole, whole.length + 4096)))
        .isEqualTo(new Sound());
    assertThat(inspect("FFD8" + FRAME_8X8 + SCAN + "FFD9" + "534546540102")).isEqualTo(new Sound());
  }

  @Test
  void theEndOfAThumbnailIsNotTheEndOfThePicture() {
    String thumbnail = "FFE1000C" + "FFD8AABBCCDDFFD90000";

    assertThat(inspect("FFD8" + thumbnail + FRAME_8X8 + SCAN + "FFD9")).isEqualTo(new Sound());
    assertThat(inspect("FFD8" + thumbnail + FRAME_8X8 + SCAN)).isEqualTo(broken());
    assertThat(inspect("FFD8" + thumbnail)).isEqualTo(broken());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FFD8FFD9", // neither frame nor scan
        "FFD8" + FRAME_8X8 + "FFD9", // no scan
        "FFD8" + SCAN + "FFD9", // no frame, so no dimensions
        "FFD8FFC0000B080000000801011100" + SCAN + "FFD9", // height 0
        "FFD8FFC0000B080008000001011100" + SCAN + "FFD9", // width 0
        "FFD8" + FRAME_8X8 + FRAME_8X8 + SCAN + "FFD9", // two frames
        "FFD8FFC000080800080008" + SCAN + "FFD9", // frame too short for a component
        "FFD8FFE00001" + FRAME_8X8 + SCAN + "FFD9", // length shorter than itself
        "FFD8FFE0FFFF" + FRAME_8X8 + SCAN + "FFD9", // length past the end
        "FFD8FFD8" + FRAME_8X8 + SCAN + "FFD9", // a second start
        "FFD8FF00" + FRAME_8X8 + SCAN + "FFD9", // no marker after FF
        "FFD8FFFFFFFF", // filling and nothing else
        "FFD8FFE0", // a marker and nothing else
      })
  void aPictureWithoutHeaderDimensionsOrEndIsBroken(String hex) {
    assertThat(inspect(hex)).isEqualTo(broken());
  }

  @Test
  void escapedAndRestartBytesDoNotEndTheCompressedData() {
    assertThat(inspect("FFD8" + FRAME_8X8 + SCAN + "FF00FFD0AAFFD7BBFFFFD9"))
        .isEqualTo(new Sound());
  }

  @Test
  void dimensionsMeantToExhaustAreRefused() {
    assertThat(inspect("FFD8FFC0000B084E204E2001011100" + SCAN + "FFD9")).isEqualTo(new Sound());
    assertThat(inspect("FFD8FFC0000B084E21000801011100" + SCAN + "FFD9"))
        .isEqualTo(new Unsound(Reason.IMAGE_TOO_LARGE));
    assertThat(inspect("FFD8FFC0000B080008FFFF01011100" + SCAN + "FFD9"))
        .isEqualTo(new Unsound(Reason.IMAGE_TOO_LARGE));
  }

  @Test
  void otherContentIsOfTheWrongType() {
    assertThat(JpegInspection.inspect(Pictures.png(2, 2)))
        .isEqualTo(new Unsound(Reason.WRONG_TYPE));
    assertThat(JpegInspection.inspect(new byte[0])).isEqualTo(new Unsound(Reason.WRONG_TYPE));
  }

  @Test
  void hostileContentIsJudgedAndNeverThrows() {
    Random random = new Random(42);
    byte[] whole = Pictures.jpeg(24, 24);
    for (int round = 0; round < 5_000; round++) {
      byte[] hostile = whole.clone();
      int changes = random.nextInt(1, 20);
      for (int change = 0; change < changes; change++) {
        int at = random.nextInt(3, hostile.length);
        hostile[at] = random.nextBoolean() ? (byte) 0xFF : (byte) random.nextInt(256);
      }
      assertThatCode(() -> JpegInspection.inspect(hostile)).doesNotThrowAnyException();
    }
  }

  private static Inspection inspect(String hex) {
    return JpegInspection.inspect(HexFormat.of().parseHex(hex));
  }

  private static Inspection broken() {
    return new Unsound(Reason.IMAGE_BROKEN);
  }
}

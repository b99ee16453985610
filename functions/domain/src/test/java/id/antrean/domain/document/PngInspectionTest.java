package id.antrean.domain.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import id.antrean.domain.document.Inspection.Reason;
import id.antrean.domain.document.Inspection.Sound;
import id.antrean.domain.document.Inspection.Unsound;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PngInspectionTest {

  private static final byte[] SIGNATURE = HexFormat.of().parseHex("89504E470D0A1A0A");
  private static final byte[] DATA = chunk("IDAT", "0102");
  private static final byte[] END = chunk("IEND", "");

  @ParameterizedTest
  @CsvSource({"1,1", "7,13", "320,200"})
  void aWholePictureIsSound(int width, int height) {
    assertThat(PngInspection.inspect(Pictures.png(width, height))).isEqualTo(new Sound());
  }

  @Test
  void aPictureCutOffAnywhereIsUnsound() {
    byte[] whole = Pictures.png(30, 20);

    assertThat(IntStream.range(0, whole.length))
        .allSatisfy(
            length ->
                assertThat(PngInspection.inspect(Arrays.copyOf(whole, length)))
                    .isInstanceOf(Unsound.class));
  }

  @Test
  void aHeaderWithAWrongChecksumIsBroken() {
    byte[] picture = Pictures.png(4, 4);
    picture[19] ^= 1; // the width, without its checksum

    assertThat(PngInspection.inspect(picture)).isEqualTo(broken());
  }

  @Test
  void theHeaderComesFirst() {
    assertThat(inspect(chunk("gAMA", "0000B18F"), header(4, 4), DATA, END)).isEqualTo(broken());
    assertThat(inspect(chunk("IHDR", "00000004"), DATA, END)).isEqualTo(broken());
  }

  @Test
  void aPictureWithoutDataOrEndIsBroken() {
    assertThat(inspect(header(4, 4), END)).isEqualTo(broken());
    assertThat(inspect(header(4, 4), DATA)).isEqualTo(broken());
  }

  @Test
  void damageInAChunkThatDecodersIgnoreIsForgiven() {
    byte[] text = chunk("tEXt", "4142");
    text[8] ^= 1;
    byte[] data = DATA.clone();
    data[8] ^= 1;

    assertThat(inspect(header(4, 4), text, DATA, END)).isEqualTo(new Sound());
    assertThat(inspect(header(4, 4), data, END)).isEqualTo(broken());
  }

  @Test
  void lengthsThatLieAreBroken() {
    for (int length : new int[] {3, 1_000, Integer.MAX_VALUE, Integer.MIN_VALUE, -1}) {
      byte[] data = DATA.clone();
      ByteBuffer.wrap(data).putInt(0, length);

      assertThat(inspect(header(4, 4), data, END)).isEqualTo(broken());
    }
  }

  @Test
  void dimensionsMustBeThereAndSane() {
    assertThat(inspect(header(0, 4), DATA, END)).isEqualTo(broken());
    assertThat(inspect(header(4, 0), DATA, END)).isEqualTo(broken());
    assertThat(inspect(header(20_000, 20_000), DATA, END)).isEqualTo(new Sound());
    assertThat(inspect(header(20_001, 4), DATA, END))
        .isEqualTo(new Unsound(Reason.IMAGE_TOO_LARGE));
    assertThat(inspect(header(4, -1), DATA, END)).isEqualTo(new Unsound(Reason.IMAGE_TOO_LARGE));
  }

  @Test
  void otherContentIsOfTheWrongType() {
    assertThat(PngInspection.inspect(Pictures.jpeg(2, 2)))
        .isEqualTo(new Unsound(Reason.WRONG_TYPE));
  }

  @Test
  void hostileContentIsJudgedAndNeverThrows() {
    Random random = new Random(42);
    byte[] whole = Pictures.png(12, 12);
    for (int round = 0; round < 5_000; round++) {
      byte[] hostile = whole.clone();
      int changes = random.nextInt(1, 20);
      for (int change = 0; change < changes; change++) {
        hostile[random.nextInt(8, hostile.length)] = (byte) random.nextInt(256);
      }
      assertThatCode(() -> PngInspection.inspect(hostile)).doesNotThrowAnyException();
    }
  }

  private static Inspection inspect(byte[]... chunks) {
    ByteBuffer picture =
        ByteBuffer.allocate(
            SIGNATURE.length + Arrays.stream(chunks).mapToInt(chunk -> chunk.length).sum());
    picture.put(SIGNATURE);
    for (byte[] chunk : chunks) {
      picture.put(chunk);
    }
    return PngInspection.inspect(picture.array());
  }

  private static byte[] header(int width, int height) {
    return chunk("IHDR", "%08X%08X0802000000".formatted(width, height));
  }

  private static byte[] chunk(String type, String hex) {
    byte[] data = HexFormat.of().parseHex(hex);
    CRC32 crc = new CRC32();
    crc.update(type.getBytes(StandardCharsets.US_ASCII));
    crc.update(data);
    return ByteBuffer.allocate(12 + data.length)
        .putInt(data.length)
        .put(type.getBytes(StandardCharsets.US_ASCII))
        .put(data)
        .putInt((int) crc.getValue())
        .array();
  }

  private static Inspection broken() {
    return new Unsound(Reason.IMAGE_BROKEN);
  }
}

package id.antrean.uploads.inspection.picture;

import static id.antrean.uploads.inspection.picture.Pictures.chunk;
import static id.antrean.uploads.inspection.picture.Pictures.header;
import static id.antrean.uploads.inspection.picture.Pictures.join;
import static id.antrean.uploads.inspection.picture.Pictures.zeros;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.document.Inspection;
import id.antrean.domain.document.Inspection.Reason;
import id.antrean.domain.document.Inspection.Sound;
import id.antrean.domain.document.Inspection.Unsound;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pictures in which every pixel of these sizes would be too small are judged by a side of 8.
 */
class PngInspectionTest {
  private static final int SMALLEST = 8;
  private static final byte[] END = chunk("IEND", new byte[0]);
  private static final long ROWS_100X50_RGB = 50 * (1 + 300);

  @ParameterizedTest
  @CsvSource({"8,8", "9,13", "320,200"})
  void aWholePictureIsSound(int width, int height) {
    assertThat(inspect(Pictures.png(width, height))).isEqualTo(new Sound());
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_BYTE_GRAY,
        BufferedImage.TYPE_BYTE_BINARY,
        BufferedImage.TYPE_BYTE_INDEXED,
        BufferedImage.TYPE_INT_ARGB,
        BufferedImage.TYPE_USHORT_GRAY
      })
  void everyKindOfPixelIsTakenIn(int type) {
    assertThat(inspect(Pictures.png(Pictures.noise(60, 40, type)))).isEqualTo(new Sound());
  }

  @ParameterizedTest
  @CsvSource({
    "1,0", "2,0", "4,0", "8,0", "16,0", "8,2", "16,2", "1,3", "2,3", "4,3", "8,3", "8,4", "16,4",
    "8,6", "16,6"
  })
  void rowsAreAsLongAsTheirPixelsNeed(int depth, int colours) {
    int samples = new int[] {1, 0, 3, 1, 2, 0, 4}[colours];
    long bytes = 50 * (1 + (101L * samples * depth + 7) / 8);
    byte[] palette = chunk("PLTE", new byte[6]);

    assertThat(inspect(Pictures.png(header(101, 50, depth, colours, 0), palette, data(bytes), END)))
        .isEqualTo(new Sound());
    assertThat(
            inspect(
                Pictures.png(
                    header(101, 50, depth, colours, 0), palette, data(bytes * 97 / 100), END)))
        .isEqualTo(broken());
  }

  @Test
  void interlacedPicturesHaveTheRowsOfSevenPasses() {
    // Of 16×16: two rows of two, two of two, one of four, four of four …, each with its filter.
    long bytes = 2 * 3 + 2 * 3 + 2 * 5 + 4 * 5 + 4 * 9 + 8 * 9 + 8 * 17;

    assertThat(inspect(Pictures.png(header(16, 16, 8, 0, 1), data(bytes), END)))
        .isEqualTo(new Sound());
    assertThat(inspect(Pictures.png(header(16, 16, 8, 0, 1), data(bytes - 17), END)))
        .isEqualTo(broken());
    assertThat(inspect(Pictures.png(header(16, 16, 8, 0, 2), data(bytes), END)))
        .isEqualTo(broken());
  }

  @ParameterizedTest
  @CsvSource({"7,0", "3,0", "16,3", "4,2", "4,4", "2,6", "8,1", "8,5", "8,7", "0,0"})
  void pixelsThatNobodyKnowsAreBroken(int depth, int colours) {
    assertThat(inspect(Pictures.png(header(100, 50, depth, colours, 0), data(90_000), END)))
        .isEqualTo(broken());
  }

  @Test
  void aPictureOfPaletteNeedsOne() {
    byte[] rows = data(50 * 101);
    byte[] header = header(100, 50, 8, 3, 0);
    byte[] damaged = chunk("PLTE", new byte[9]);
    damaged[9] ^= 1;

    assertThat(inspect(Pictures.png(header, chunk("PLTE", new byte[9]), rows, END)))
        .isEqualTo(new Sound());
    assertThat(inspect(Pictures.png(header, rows, END))).isEqualTo(broken());
    assertThat(inspect(Pictures.png(header, chunk("PLTE", new byte[0]), rows, END)))
        .isEqualTo(broken());
    assertThat(inspect(Pictures.png(header, chunk("PLTE", new byte[8]), rows, END)))
        .isEqualTo(broken());
    assertThat(inspect(Pictures.png(header, damaged, rows, END))).isEqualTo(broken());
  }

  @Test
  void rowsThatAreNotThereAreMissed() {
    byte[] noise = new byte[5_000];
    new Random(1).nextBytes(noise);

    assertThat(rgb()).isEqualTo(broken());
    assertThat(rgb(chunk("IDAT", new byte[0]))).isEqualTo(broken());
    assertThat(rgb(chunk("IDAT", noise))).isEqualTo(broken());
    assertThat(rgb(data(ROWS_100X50_RGB / 10))).isEqualTo(broken());
    assertThat(rgb(data(ROWS_100X50_RGB * 97 / 100))).isEqualTo(broken());
    assertThat(rgb(data(ROWS_100X50_RGB * 99 / 100))).isEqualTo(new Sound());
  }

  @Test
  void aRowWithAnUnknownFilterIsNone() {
    byte[] rows = new byte[(int) ROWS_100X50_RGB];
    rows[301 * 20] = 5;
    byte[] good = rows.clone();
    good[301 * 20] = 4;

    assertThat(rgb(chunk("IDAT", packed(rows)))).isEqualTo(broken());
    assertThat(rgb(chunk("IDAT", packed(good)))).isEqualTo(new Sound());
    rows[301 * 20] = -1;
    assertThat(rgb(chunk("IDAT", packed(rows)))).isEqualTo(broken());
  }

  @Test
  void dataMayComeInPiecesOfAnySize() {
    byte[] packed = zeros(ROWS_100X50_RGB);
    byte[][] pieces = new byte[packed.length + 1][];
    for (int i = 0; i < packed.length; i++) {
      pieces[i] = chunk("IDAT", new byte[] {packed[i]});
    }
    pieces[packed.length] = END;

    assertThat(inspect(Pictures.png(header(100, 50, 8, 2, 0), pieces))).isEqualTo(new Sound());
  }

  @Test
  void whatViewersDoWithoutIsNotAskedFor() {
    byte[] wrongChecksum = data(ROWS_100X50_RGB);
    wrongChecksum[wrongChecksum.length - 1] ^= 1;
    byte[] packed = zeros(ROWS_100X50_RGB);
    packed[packed.length - 1] ^= 1;
    byte[] text = chunk("tEXt", new byte[2]);
    text[8] ^= 1;
    byte[] header = header(100, 50, 8, 2, 0);

    assertThat(rgb(wrongChecksum)).isEqualTo(new Sound());
    assertThat(rgb(chunk("IDAT", packed))).isEqualTo(new Sound());
    assertThat(rgb(text, data(ROWS_100X50_RGB))).isEqualTo(new Sound());
    assertThat(inspect(Pictures.png(header, data(ROWS_100X50_RGB)))).isEqualTo(new Sound());
    assertThat(inspect(Pictures.png(header, data(ROWS_100X50_RGB), END, new byte[4096])))
        .isEqualTo(new Sound());
  }

  @Test
  void aPictureCutOffIsBrokenUntilItsRowsAreThere() {
    byte[] whole = Pictures.png(60, 40);

    for (int length = 8; length < whole.length * 9 / 10; length++) {
      assertThat(inspect(Arrays.copyOf(whole, length))).isEqualTo(broken());
    }
    assertThat(inspect(Arrays.copyOf(whole, whole.length - 12))).isEqualTo(new Sound());
  }

  @Test
  void theHeaderComesFirstIntactAndOnce() {
    byte[] rows = data(ROWS_100X50_RGB);
    byte[] damaged = header(100, 50, 8, 2, 0);
    damaged[19] ^= 1;

    assertThat(inspect(Pictures.png(damaged, rows, END))).isEqualTo(broken());
    assertThat(inspect(Pictures.png(chunk("gAMA", new byte[4]), header(100, 50, 8, 2, 0), rows)))
        .isEqualTo(broken());
    assertThat(inspect(Pictures.png(chunk("IHDR", new byte[4]), rows, END))).isEqualTo(broken());
    assertThat(rgb(header(100, 50, 8, 2, 0), rows)).isEqualTo(broken());
  }

  @Test
  void aPieceThatNobodyMayIgnoreIsBroken() {
    assertThat(rgb(chunk("ABCD", new byte[3]), data(ROWS_100X50_RGB))).isEqualTo(broken());
    assertThat(rgb(chunk("abCD", new byte[3]), data(ROWS_100X50_RGB))).isEqualTo(new Sound());
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1})
  void lengthsThatLieAreBroken(int length) {
    byte[] lie = data(ROWS_100X50_RGB);
    ByteBuffer.wrap(lie).putInt(0, length);

    assertThat(rgb(lie)).isEqualTo(broken());
  }

  @Test
  void tooLargeIsRefusedByAreaAndSideAndByTheBytesOfItsRows() {
    assertThat(sized(0, 100)).isEqualTo(broken());
    assertThat(sized(100, 0)).isEqualTo(broken());
    assertThat(sized(7, 100)).isEqualTo(new Unsound(Reason.IMAGE_TOO_SMALL));
    assertThat(sized(100, 7)).isEqualTo(new Unsound(Reason.IMAGE_TOO_SMALL));
    assertThat(sized(20_001, 100)).isEqualTo(tooLarge());
    assertThat(sized(100, -1)).isEqualTo(tooLarge());
    assertThat(sized(20_000, 7_201)).isEqualTo(tooLarge());
    assertThat(sized(20_000, 7_200)).isEqualTo(broken()); // not for its size
    assertThat(inspect(Pictures.png(header(9_000, 9_000, 8, 6, 0), END))).isEqualTo(tooLarge());
    assertThat(inspect(Pictures.png(header(8_000, 8_000, 8, 6, 0), END))).isEqualTo(broken());
  }

  @Test
  void whatUnpacksToMegabytesBesideThePixelsIsRefused() {
    byte[] much = zeros(HiddenText.MOST_BYTES + 1L);
    byte[] little = zeros(3_000_000);
    byte[] word = {'a', 0};
    byte[] wordMethod = {'a', 0, 0};
    byte[] unicode = {'a', 0, 1, 0, 'i', 'd', 0, 'a', 0};
    byte[] unpacked = unicode.clone();
    unpacked[2] = 0;
    byte[] rows = data(ROWS_100X50_RGB);

    for (String type : new String[] {"zTXt", "iCCP"}) {
      assertThat(rgb(chunk(type, join(wordMethod, much)), rows)).isEqualTo(tooLarge());
      assertThat(rgb(rows, chunk(type, join(wordMethod, much)))).isEqualTo(tooLarge());
      assertThat(rgb(chunk(type, join(wordMethod, little)), rows)).isEqualTo(new Sound());
    }
    assertThat(rgb(chunk("iTXt", join(unicode, much)), rows)).isEqualTo(tooLarge());
    assertThat(rgb(chunk("iTXt", join(unpacked, much)), rows)).isEqualTo(new Sound());
    assertThat(rgb(chunk("zTXt", word), chunk("iTXt", word), rows)).isEqualTo(new Sound());
    byte[] third = chunk("zTXt", join(wordMethod, zeros(6_000_000)));
    assertThat(rgb(third, third, rows)).isEqualTo(new Sound());
    assertThat(rgb(third, third, third, rows)).isEqualTo(tooLarge());
  }

  private static Inspection rgb(byte[]... chunks) {
    byte[][] all = Arrays.copyOf(chunks, chunks.length + 1);
    all[chunks.length] = END;
    return inspect(Pictures.png(header(100, 50, 8, 2, 0), all));
  }

  private static Inspection sized(int width, int height) {
    return inspect(Pictures.png(header(width, height, 1, 0, 0), END));
  }

  private static byte[] data(long zeros) {
    return chunk("IDAT", zeros(zeros));
  }

  private static byte[] packed(byte[] rows) {
    java.util.zip.Deflater deflater = new java.util.zip.Deflater();
    deflater.setInput(rows);
    deflater.finish();
    byte[] packed = new byte[rows.length + 100];
    int length = deflater.deflate(packed);
    deflater.end();
    return Arrays.copyOf(packed, length);
  }

  private static Inspection inspect(byte[] content) {
    return PngInspection.inspect(content, SMALLEST);
  }

  private static Inspection broken() {
    return new Unsound(Reason.IMAGE_BROKEN);
  }

  private static Inspection tooLarge() {
    return new Unsound(Reason.IMAGE_TOO_LARGE);
  }
}

package id.antrean.uploads.inspection.picture;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.document.Inspection;
import id.antrean.domain.document.Inspection.Reason;
import id.antrean.domain.document.Inspection.Sound;
import id.antrean.domain.document.Inspection.Unsound;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpegInspectionTest {
  private static final int SMALLEST = 8;
  private static final int BASELINE = 0xC0;
  private static final int PROGRESSIVE = 0xC2;

  /** Blocks of 80×80 pixels. */
  private static final int BLOCKS = 100;

  // ---- Whole pictures ----

  @ParameterizedTest
  @CsvSource({"8,8", "9,13", "41,30", "320,200"})
  void aWholePictureIsSound(int width, int height) {
    assertThat(inspect(Pictures.jpeg(width, height))).isEqualTo(new Sound());
    assertThat(inspect(Pictures.progressiveJpeg(width, height))).isEqualTo(new Sound());
    assertThat(inspect(Pictures.greyJpeg(width, height, false))).isEqualTo(new Sound());
    assertThat(inspect(Pictures.greyJpeg(width, height, true))).isEqualTo(new Sound());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.3, 0.5, 0.7, 0.9})
  void aPictureOfWhichAPartIsMissingIsBroken(double share) {
    for (byte[] whole :
        new byte[][] {
          Pictures.jpeg(160, 120), Pictures.progressiveJpeg(160, 120),
          Pictures.greyJpeg(160, 120, false), Pictures.greyJpeg(160, 120, true)
        }) {
      byte[] cut = Arrays.copyOf(whole, 2 + (int) ((whole.length - 2) * share));
      byte[] cutAndEnded = Pictures.join(cut, new byte[] {(byte) 0xFF, (byte) 0xD9});

      assertThat(inspect(cut)).isEqualTo(broken());
      assertThat(inspect(cutAndEnded)).isEqualTo(broken());
    }
  }

  @Test
  void itsEndMarkerIsNotAskedForNorWhatFollowsIt() {
    for (byte[] whole : new byte[][] {Pictures.jpeg(80, 60), Pictures.progressiveJpeg(80, 60)}) {
      assertThat(inspect(Arrays.copyOf(whole, whole.length - 2))).isEqualTo(new Sound());
      assertThat(inspect(Arrays.copyOf(whole, whole.length + 4096))).isEqualTo(new Sound());
      assertThat(inspect(Pictures.join(whole, whole))).isEqualTo(new Sound());
    }
  }

  @Test
  void strayBytesAndFillingBetweenSegmentsArePassedOver() {
    JpegPieces picture = new JpegPieces().put(0, 0xFF, 0, 1, 2).quantisation(0).put(0xFF, 0xFF);
    picture.frame(BASELINE, 80, 80, 0x11).put(0xFF, 0x01, 'x', 0xFF, 0xD3).huffman().put(0);

    assertThat(inspect(picture.scan(1).blocks(BLOCKS).put(7, 7, 7).end())).isEqualTo(new Sound());
  }

  @Test
  void theEndOfAThumbnailIsNotTheEndOfThePicture() {
    byte[] inside = Pictures.jpeg(8, 8);
    int[] thumbnail = new int[inside.length];
    Arrays.setAll(thumbnail, i -> inside[i] & 0xFF);
    JpegPieces picture = new JpegPieces().segment(0xE1, thumbnail);

    assertThat(inspect(picture.end())).isEqualTo(broken());
    picture = new JpegPieces().segment(0xE1, thumbnail).quantisation(0).huffman();
    picture.frame(BASELINE, 80, 80, 0x11).scan(1).blocks(BLOCKS);
    assertThat(inspect(picture.end())).isEqualTo(new Sound());
  }

  // ---- How much is there ----

  @ParameterizedTest
  @ValueSource(ints = {1000, 980})
  void aPictureMayLackItsVeryLastRows(int blocks) {
    assertThat(inspect(JpegPieces.grey(BASELINE, 800, 80).scan(1).blocks(blocks).end()))
        .isEqualTo(new Sound());
  }

  @ParameterizedTest
  @ValueSource(ints = {979, 500, 100, 0})
  void aPictureThatLacksMoreIsBroken(int blocks) {
    assertThat(inspect(JpegPieces.grey(BASELINE, 800, 80).scan(1).blocks(blocks).end()))
        .isEqualTo(broken());
  }

  @Test
  void unitsOfSeveralColoursAreLargerByTheirFactors() {
    // 80×80 in units of 16×16: 25 of them, each of four blocks of light and two of colour.
    assertThat(colours(0x22, 25 * 6)).isEqualTo(new Sound());
    assertThat(colours(0x22, 24 * 6)).isEqualTo(broken());
    assertThat(colours(0x21, 5 * 10 * 4)).isEqualTo(new Sound());
    assertThat(colours(0x21, 5 * 10 * 4 - 8)).isEqualTo(broken());
    assertThat(colours(0x11, 100 * 3)).isEqualTo(new Sound());
    assertThat(colours(0x11, 96 * 3)).isEqualTo(broken());
  }

  private static Inspection colours(int factors, int blocks) {
    JpegPieces picture = new JpegPieces().quantisation(0).huffman();
    picture.frame(BASELINE, 80, 80, factors, 0x11, 0x11).scan(1, 2, 3);
    return inspect(picture.blocks(blocks).end());
  }

  @Test
  void fourColoursAndTenBlocksAUnitAreTakenIn() {
    JpegPieces four = new JpegPieces().quantisation(0).huffman();
    four.frame(BASELINE, 80, 80, 0x11, 0x11, 0x11, 0x11).scan(1, 2, 3, 4).blocks(4 * BLOCKS);
    JpegPieces ten = new JpegPieces().quantisation(0).huffman();
    ten.frame(BASELINE, 80, 80, 0x22, 0x22, 0x21).scan(1, 2, 3).blocks(25 * 10);

    assertThat(inspect(four.end())).isEqualTo(new Sound());
    assertThat(inspect(ten.end())).isEqualTo(new Sound());
  }

  @Test
  void coloursMayComeInScansOfTheirOwnAndAllMustCome() {
    JpegPieces picture = new JpegPieces().quantisation(0).huffman();
    picture.frame(BASELINE, 80, 80, 0x22, 0x11, 0x11);
    picture.scan(1).blocks(100).scan(2).blocks(25);

    assertThat(inspect(picture.withoutEnd())).isEqualTo(broken());
    assertThat(inspect(picture.scan(3).blocks(25).withoutEnd())).isEqualTo(new Sound());
  }

  @Test
  void afterARestartMarkerItGoesOn() {
    JpegPieces picture = JpegPieces.grey(BASELINE, 80, 80).segment(0xDD, 0, 10).scan(1);
    JpegPieces gap = JpegPieces.grey(BASELINE, 80, 80).segment(0xDD, 0, 10).scan(1);
    for (int row = 0; row < 10; row++) {
      picture.blocks(10).put(row < 9 ? new int[] {0xFF, 0xD0 + row % 8} : new int[0]);
      if (row != 4) {
        gap.blocks(10).put(0xFF, 0xD0 + row % 8);
      }
    }

    assertThat(inspect(picture.end())).isEqualTo(new Sound());
    assertThat(inspect(gap.end())).isEqualTo(broken()); // a tenth is missing
  }

  @Test
  void anIntervalCutShortCostsOnlyItself() {
    JpegPieces picture = JpegPieces.grey(BASELINE, 800, 80).segment(0xDD, 0, 10).scan(1);
    for (int interval = 0; interval < 100; interval++) {
      picture.blocks(interval == 50 ? 4 : 10).put(0xFF, 0xD0 + interval % 8);
    }

    assertThat(inspect(picture.end())).isEqualTo(new Sound());
  }

  @Test
  void damageBetweenRestartsIsSteppedOverAsBrowsersDo() {
    for (int[] damage :
        new int[][] {
          {0xFF, 0x9F, 0x12}, // a marker that there is not
          {0xFF, 0xD0}, // a number that was there before
          {0xFF, 0xFF, 0xFF}, // filling
          {} // nothing
        }) {
      JpegPieces picture = JpegPieces.grey(BASELINE, 800, 80).segment(0xDD, 0, 10).scan(1);
      for (int interval = 0; interval < 100; interval++) {
        picture.blocks(10).put(interval == 1 ? damage : new int[0]);
        picture.put(0xFF, 0xD0 + (interval < 50 ? interval : interval + 4) % 8);
      }

      assertThat(inspect(picture.end())).isEqualTo(new Sound());
    }
  }

  @Test
  void blocksThatContradictThemselvesAreBlotsAndFewAreShown() {
    // Sixteen zeros, four times: more than a block holds.
    String blot = "0" + "1110".repeat(4);

    assertThat(inspect(blots(blot, 10))).isEqualTo(new Sound());
    assertThat(inspect(blots(blot, 11))).isEqualTo(broken());
  }

  private static byte[] blots(String blot, int count) {
    return JpegPieces.grey(BASELINE, 80, 80)
        .scan(1)
        .bits(blot.repeat(count) + "00".repeat(BLOCKS - count), 1)
        .end();
  }

  @Test
  void noiseIsNoPicture() {
    byte[] picture = Pictures.jpeg(160, 120);
    Random random = new Random(7);
    int scan = indexOf(picture, 0xDA) + 14;
    for (int i = scan; i < picture.length - 2; i++) {
      picture[i] = (byte) random.nextInt(0xFF);
    }

    assertThat(inspect(picture)).isEqualTo(broken());
  }

  // ---- Progressive ----

  @Test
  void aProgressivePictureNeedsEveryDetailOfItsLightToTheLastBit() {
    String empty = "0"; // a block, or the end of one

    assertThat(inspect(progressive().end())).isEqualTo(broken());
    assertThat(inspect(progressive().progressiveScan(1, 63, 0x00, 1).bits(empty, 100).end()))
        .isEqualTo(new Sound());
    assertThat(inspect(progressive().progressiveScan(1, 62, 0x00, 1).bits(empty, 100).end()))
        .isEqualTo(broken());
    assertThat(inspect(progressive().progressiveScan(1, 63, 0x01, 1).bits(empty, 100).end()))
        .isEqualTo(broken());
    assertThat(
            inspect(
                progressive()
                    .progressiveScan(1, 63, 0x01, 1)
                    .bits(empty, 100)
                    .progressiveScan(1, 63, 0x10, 1)
                    .bits(empty, 100)
                    .end()))
        .isEqualTo(new Sound());
    assertThat(inspect(progressive().progressiveScan(1, 63, 0x00, 1).bits(empty, 88).end()))
        .isEqualTo(broken());
  }

  /** Its averages have come. */
  private static JpegPieces progressive() {
    return JpegPieces.grey(PROGRESSIVE, 80, 80).progressiveScan(0, 0, 0, 1).bits("0", 100);
  }

  @Test
  void averagesAreRefinedByABitEach() {
    String details = "0";

    for (int bits : new int[] {88, 100}) {
      byte[] picture =
          JpegPieces.grey(PROGRESSIVE, 80, 80)
              .progressiveScan(0, 0, 0x01, 1)
              .bits("0", 100)
              .progressiveScan(1, 63, 0x00, 1)
              .bits(details, 100)
              .progressiveScan(0, 0, 0x10, 1)
              .bits("1", bits)
              .end();
      assertThat(inspect(picture)).isEqualTo(bits == 100 ? new Sound() : broken());
    }
  }

  @Test
  void aRunEndsManyBlocksAtOnce() {
    // Of 16384 blocks and a number in 14 bits.
    String run = "10" + "0".repeat(14);
    JpegPieces large =
        JpegPieces.grey(PROGRESSIVE, 1024, 1032).progressiveScan(0, 0, 0, 1).bits("0", 16_512);

    assertThat(inspect(large.progressiveScan(1, 63, 0, 1).bits(run, 1).end()))
        .isEqualTo(new Sound()); // all but 128 of them, which is less than two in a hundred
    large = JpegPieces.grey(PROGRESSIVE, 1024, 1232).progressiveScan(0, 0, 0, 1).bits("0", 19_712);
    assertThat(inspect(large.progressiveScan(1, 63, 0, 1).bits(run, 1).end())).isEqualTo(broken());
  }

  @Test
  void aRunEndsWithItsInterval() {
    String run = "10" + "0".repeat(14);
    JpegPieces half = progressive().segment(0xDD, 0, 50).progressiveScan(1, 63, 0, 1).bits(run, 1);
    JpegPieces both = progressive().segment(0xDD, 0, 50).progressiveScan(1, 63, 0, 1).bits(run, 1);

    assertThat(inspect(half.put(0xFF, 0xD0).end())).isEqualTo(broken());
    assertThat(inspect(both.put(0xFF, 0xD0).bits(run, 1).end())).isEqualTo(new Sound());
  }

  @Test
  void refiningTakesABitOfEachCoefficientThatIsNotZero() {
    // In each block coefficients 1 and 2 come with a bit; refining then takes two.
    JpegPieces picture = progressive().progressiveScan(1, 63, 0x01, 1).bits("110111010", 100);
    byte[] refined = picture.progressiveScan(1, 63, 0x10, 1).bits("0" + "11", 100).end();
    assertThat(inspect(refined)).isEqualTo(new Sound());

    picture = progressive().progressiveScan(1, 63, 0x01, 1).bits("110111010", 100);
    byte[] tooFew = picture.progressiveScan(1, 63, 0x10, 1).bits("0" + "11", 88).end();
    assertThat(inspect(tooFew)).isEqualTo(broken());

    // A new coefficient after the two: its sign, then their bits on the way, then the end.
    picture = progressive().progressiveScan(1, 63, 0x01, 1).bits("110111010", 100);
    byte[] grown = picture.progressiveScan(1, 63, 0x10, 1).bits("1101" + "11" + "0", 100).end();
    assertThat(inspect(grown)).isEqualTo(new Sound());
  }

  @ParameterizedTest
  @CsvSource({
    "0,1,0x00",
    "1,64,0x00",
    "5,4,0x00",
    "1,63,0x0E",
    "1,63,0x30",
    "1,63,0x13",
  })
  void progressionsThatNobodyKnowsAreBroken(int first, int last, String bits) {
    byte[] picture =
        progressive()
            .progressiveScan(first, last, Integer.decode(bits), 1)
            .bits("0", 100)
            .progressiveScan(1, 63, 0, 1)
            .bits("0", 100)
            .end();

    assertThat(inspect(picture)).isEqualTo(broken());
  }

  // ---- Tables and headers ----

  @Test
  void everyTableThatAScanNeedsMustBeThere() {
    JpegPieces all = new JpegPieces().quantisation(0).frame(BASELINE, 80, 80, 0x11).huffman();
    JpegPieces noQuantisation = new JpegPieces().frame(BASELINE, 80, 80, 0x11).huffman();
    JpegPieces otherQuantisation =
        new JpegPieces().quantisation(1).frame(BASELINE, 80, 80, 0x11).huffman();
    JpegPieces noHuffman = new JpegPieces().quantisation(0).frame(BASELINE, 80, 80, 0x11);
    JpegPieces noFrame = new JpegPieces().quantisation(0).huffman();
    JpegPieces noScan = new JpegPieces().quantisation(0).frame(BASELINE, 80, 80, 0x11).huffman();

    assertThat(inspect(all.scan(1).blocks(BLOCKS).end())).isEqualTo(new Sound());
    assertThat(inspect(noQuantisation.scan(1).blocks(BLOCKS).end())).isEqualTo(broken());
    assertThat(inspect(otherQuantisation.scan(1).blocks(BLOCKS).end())).isEqualTo(broken());
    assertThat(inspect(noHuffman.scan(1).blocks(BLOCKS).end())).isEqualTo(broken());
    assertThat(inspect(noFrame.scan(1).blocks(BLOCKS).end())).isEqualTo(broken());
    assertThat(inspect(noScan.end())).isEqualTo(broken());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FFDB004200", // a table of quantisation too short
        "FFDB004304", // of a number that there is not
        "FFDB004320", // of a precision that there is not
        "FFC400030000", // codes of no length
        "FFC4001404" + "01000000000000000000000000000000" + "00", // a table that there is not
        "FFC4001420" + "01000000000000000000000000000000" + "00", // of a kind that there is not
        "FFC4001600" + "03000000000000000000000000000000" + "000102", // more codes than fit
        "FFD8", // a second start
        "FFE00001", // a length shorter than itself
        "FFC0000B080050005001011100", // a second frame
      })
  void whatNoViewerCanReadIsBroken(String hex) {
    byte[] piece = Arrays.copyOf(HexFormat.of().parseHex(hex), Math.max(hex.length() / 2, 4));
    int[] bytes = new int[hex.startsWith("FFDB") ? 70 : piece.length];
    Arrays.setAll(bytes, i -> i < hex.length() / 2 ? piece[i] & 0xFF : 0);
    JpegPieces picture = JpegPieces.grey(BASELINE, 80, 80).put(bytes);

    assertThat(inspect(picture.scan(1).blocks(BLOCKS).end())).isEqualTo(broken());
  }

  @Test
  void onlyTheKindsThatBrowsersShowAreTakenIn() {
    for (int marker : new int[] {0xC0, 0xC1}) {
      assertThat(inspect(JpegPieces.grey(marker, 80, 80).scan(1).blocks(BLOCKS).end()))
          .isEqualTo(new Sound());
    }
    for (int marker : new int[] {0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCF}) {
      assertThat(inspect(JpegPieces.grey(marker, 80, 80).scan(1).blocks(BLOCKS).end()))
          .isEqualTo(broken());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0C0050005001011100", // twelve bits
        "080050005000", // no component
        "080050005005011100021100031100041100051100", // five
        "080050005001010100", // no factor
        "080050005001015100", // too large a factor
        "0800500050010111", // too short
      })
  void framesThatNoViewerKnowsAreBroken(String hex) {
    byte[] frame = HexFormat.of().parseHex(hex);
    int[] content = new int[frame.length];
    Arrays.setAll(content, i -> frame[i] & 0xFF);
    JpegPieces picture = new JpegPieces().quantisation(0).huffman().segment(BASELINE, content);

    assertThat(inspect(picture.scan(1).blocks(BLOCKS).end())).isEqualTo(broken());
  }

  @Test
  void scansThatNoViewerKnowsAreBroken() {
    assertThat(inspect(JpegPieces.grey(BASELINE, 80, 80).scan(2).blocks(BLOCKS).end()))
        .isEqualTo(broken());
    assertThat(inspect(JpegPieces.grey(BASELINE, 80, 80).scan(1, 1).blocks(200).end()))
        .isEqualTo(broken());
    assertThat(inspect(JpegPieces.grey(BASELINE, 80, 80).scan().blocks(BLOCKS).end()))
        .isEqualTo(broken());
    JpegPieces elevenBlocks = new JpegPieces().quantisation(0).huffman();
    elevenBlocks.frame(BASELINE, 80, 80, 0x33, 0x11, 0x11);
    assertThat(inspect(elevenBlocks.scan(1, 2, 3).blocks(1_000).end())).isEqualTo(broken());
    byte[] otherTables =
        JpegPieces.grey(BASELINE, 80, 80).segment(0xDA, 1, 1, 0x40, 0, 63, 0).blocks(100).end();
    assertThat(inspect(otherTables)).isEqualTo(broken());
  }

  // ---- Sizes, and what is meant to exhaust ----

  @Test
  void sizesAreJudgedBySideAndArea() {
    assertThat(sized(0, 80)).isEqualTo(broken());
    assertThat(sized(80, 0)).isEqualTo(broken());
    assertThat(sized(7, 80)).isEqualTo(new Unsound(Reason.IMAGE_TOO_SMALL));
    assertThat(sized(80, 7)).isEqualTo(new Unsound(Reason.IMAGE_TOO_SMALL));
    assertThat(sized(20_001, 80)).isEqualTo(tooLarge());
    assertThat(sized(80, 65_535)).isEqualTo(tooLarge());
    assertThat(sized(20_000, 20_000)).isEqualTo(tooLarge());
    assertThat(sized(12_000, 12_000)).isEqualTo(broken()); // not for its size
  }

  private static Inspection sized(int width, int height) {
    return inspect(JpegPieces.grey(BASELINE, width, height).end());
  }

  @Test
  void scansThatAreRepeatedWithoutEndAreRefused() {
    for (int marker : new int[] {BASELINE, PROGRESSIVE}) {
      JpegPieces picture = JpegPieces.grey(marker, 80, 80);
      for (int scan = 0; scan <= JpegInspection.MOST_SCANS; scan++) {
        picture.progressiveScan(0, marker == BASELINE ? 63 : 0, 0, 1).blocks(BLOCKS);
      }
      assertThat(inspect(picture.end())).isEqualTo(tooLarge());
    }
  }

  @Test
  void scansThatTogetherVisitTooManyBlocksAreRefusedBeforeTheyAreDecoded() {
    String run = "10" + "1".repeat(14);
    JpegPieces picture = JpegPieces.grey(PROGRESSIVE, 12_000, 12_000).progressiveScan(0, 0, 0, 1);
    picture.put(new int[1500 * 1500 / 8]); // a bit for each block
    for (int scan = 0; scan < 20; scan++) {
      picture.progressiveScan(1, 63, 0, 1).bits(run, 80);
    }

    assertThat(inspect(picture.end())).isEqualTo(tooLarge());
  }

  @Test
  void otherContentIsOfTheWrongType() {
    assertThat(inspect(Pictures.png(8, 8))).isEqualTo(new Unsound(Reason.WRONG_TYPE));
    assertThat(inspect(new byte[0])).isEqualTo(new Unsound(Reason.WRONG_TYPE));
  }

  private static int indexOf(byte[] file, int marker) {
    int at = 2;
    while (!((file[at] & 0xFF) == 0xFF && (file[at + 1] & 0xFF) == marker)) {
      at++;
    }
    return at;
  }

  private static Inspection inspect(byte[] content) {
    return JpegInspection.inspect(content, SMALLEST);
  }

  private static Inspection broken() {
    return new Unsound(Reason.IMAGE_BROKEN);
  }

  private static Inspection tooLarge() {
    return new Unsound(Reason.IMAGE_TOO_LARGE);
  }
}

package id.antrean.uploads.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.document.ContentType;
import id.antrean.domain.document.InspectFile;
import id.antrean.domain.document.Inspection;
import id.antrean.domain.document.Inspection.Reason;
import id.antrean.domain.document.Inspection.Sound;
import id.antrean.domain.document.Inspection.Unsound;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileInspectionTest {

  private static final byte[] CATALOG = Pdfs.ascii("<< /Type /Catalog /Pages 2 0 R >>");
  private static final byte[] ONE_PAGE = Pdfs.ascii("<< /Type /Pages /Count 1 /Kids [3 0 R] >>");
  private static final byte[] PAGE = Pdfs.ascii("<< /Type /Page /Parent 2 0 R >>");
  private static final byte[] SMALL_JPEG =
      HexFormat.of().parseHex("FFD8FFC0000B080008000801011100FFDA0008010100003F00112233FFD9");

  private final InspectFile inspection = new FileInspection();

  @ParameterizedTest
  @EnumSource(ContentType.class)
  void nothingIsNoDocument(ContentType declared) {
    assertThat(inspection.inspect(declared, new byte[0])).isEqualTo(unsound(Reason.EMPTY));
  }

  @ParameterizedTest
  @EnumSource(
      value = ContentType.class,
      names = {"PNG", "PDF"})
  void aPictureDeclaredAsSomethingElseIsOfTheWrongType(ContentType declared) {
    assertThat(inspection.inspect(declared, SMALL_JPEG)).isEqualTo(unsound(Reason.WRONG_TYPE));
    assertThat(inspection.inspect(ContentType.JPEG, SMALL_JPEG)).isEqualTo(new Sound());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "<html>", "\n%PDF-1.7", "%pdf-1.7", "PK\u0003\u0004"})
  void whatDoesNotBeginAsAPdfIsOfTheWrongType(String beginning) {
    byte[] content = Pdfs.ascii(beginning + "and so on");

    assertThat(pdf(content)).isEqualTo(unsound(Reason.WRONG_TYPE));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 40})
  void aPdfWithPagesIsSound(int pages) throws IOException {
    assertThat(pdf(Pdfs.plain(pages))).isEqualTo(new Sound());
    assertThat(pdf(Pdfs.compressed(pages))).isEqualTo(new Sound());
  }

  @Test
  void aPdfWithoutPagesIsToldApart() throws IOException {
    assertThat(pdf(Pdfs.plain(0))).isEqualTo(unsound(Reason.PDF_WITHOUT_PAGE));
    assertThat(pdf(Pdfs.compressed(0))).isEqualTo(unsound(Reason.PDF_WITHOUT_PAGE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret"})
  void anEncryptedPdfIsRefusedEvenIfItOpensWithoutAPassword(String userPassword)
      throws IOException {
    assertThat(pdf(Pdfs.encrypted("owner", userPassword, CompressParameters.NO_COMPRESSION)))
        .isEqualTo(unsound(Reason.PDF_ENCRYPTED));
    assertThat(pdf(Pdfs.encrypted("owner", userPassword, CompressParameters.DEFAULT_COMPRESSION)))
        .isEqualTo(unsound(Reason.PDF_ENCRYPTED));
  }

  @Test
  void anEncryptionThatCannotBeReadIsStillEncryption() {
    assertThat(pdf(Pdfs.byHand("/Encrypt 9 0 R", CATALOG, ONE_PAGE, PAGE)))
        .isEqualTo(unsound(Reason.PDF_ENCRYPTED));
  }

  @Test
  void aPdfCutOffBeforeItsEndIsBroken() throws IOException {
    for (byte[] whole : new byte[][] {Pdfs.plain(1), Pdfs.compressed(1)}) {
      int end = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf("%%EOF") + 5;
      assertThat(IntStream.range(0, end))
          .allSatisfy(
              length -> assertThat(pdf(Arrays.copyOf(whole, length))).isInstanceOf(Unsound.class));
      assertThat(pdf(Arrays.copyOf(whole, end))).isEqualTo(new Sound());
    }
  }

  @Test
  void aPdfOfNothingButItsHeaderIsBroken() {
    assertThat(pdf(Pdfs.ascii("%PDF-1.7\n%%EOF\n"))).isEqualTo(unsound(Reason.PDF_BROKEN));
    assertThat(pdf(Pdfs.ascii("%PDF-1.7\nstartxref\n0\n%%EOF\n")))
        .isEqualTo(unsound(Reason.PDF_BROKEN));
  }

  @Test
  void pagesMayStandDeepInTheirTree() {
    byte[] pages = Pdfs.ascii("<< /Type /Pages /Kids [3 0 R] >>");
    byte[] branch = Pdfs.ascii("<< /Type /Pages /Kids [4 0 R] /Parent 2 0 R >>");
    byte[] untyped = Pdfs.ascii("<< /Parent 3 0 R /MediaBox [0 0 9 9] >>");

    assertThat(pdf(Pdfs.byHand("", CATALOG, pages, branch, untyped))).isEqualTo(new Sound());
  }

  @Test
  void treesWithoutALeafAreToldApart() {
    byte[] loop = Pdfs.ascii("<< /Type /Pages /Kids [2 0 R 2 0 R] >>");
    byte[] empty = Pdfs.ascii("<< /Type /Pages /Kids [] /Count 7 >>");

    assertThat(pdf(Pdfs.byHand("", CATALOG, loop))).isEqualTo(unsound(Reason.PDF_WITHOUT_PAGE));
    assertThat(pdf(Pdfs.byHand("", CATALOG, empty))).isEqualTo(unsound(Reason.PDF_WITHOUT_PAGE));
  }

  @Test
  void treesThatLeadNowhereAreBroken() {
    byte[] dangling = Pdfs.ascii("<< /Type /Pages /Kids [8 0 R] /Count 1 >>");
    byte[] kidless = Pdfs.ascii("<< /Type /Pages >>");
    byte[] pageless = Pdfs.ascii("<< /Type /Catalog >>");

    assertThat(pdf(Pdfs.byHand("", CATALOG, dangling))).isEqualTo(unsound(Reason.PDF_BROKEN));
    assertThat(pdf(Pdfs.byHand("", CATALOG, kidless))).isEqualTo(unsound(Reason.PDF_BROKEN));
    assertThat(pdf(Pdfs.byHand("", pageless))).isEqualTo(unsound(Reason.PDF_BROKEN));
    assertThat(pdf(Pdfs.byHand("/Prev 9", CATALOG, ONE_PAGE, PAGE)))
        .isEqualTo(unsound(Reason.PDF_BROKEN));
  }

  @Test
  void aStructureThatUnpacksToGigabytesIsNotUnpacked() throws IOException {
    assertThat(pdf(Pdfs.byXrefStream("/Filter /FlateDecode", Pdfs.deflatedWithTail(1_000))))
        .isEqualTo(new Sound());
    assertThat(pdf(Pdfs.byXrefStream("/Filter [/FlateDecode]", Pdfs.deflatedWithTail(11_000_000))))
        .isEqualTo(unsound(Reason.PDF_BROKEN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/Filter [/FlateDecode /FlateDecode]",
        "/Filter /LZWDecode",
        "/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2147483647 >>",
        "/Filter /FlateDecode /DecodeParms << /Predictor 12 /BitsPerComponent 2147483647 >>"
      })
  void aStructureInAnUnusualEncodingIsBroken(String dictionary) throws IOException {
    assertThat(pdf(Pdfs.byXrefStream(dictionary, Pdfs.deflatedWithTail(0))))
        .isEqualTo(unsound(Reason.PDF_BROKEN));
  }

  @Test
  void aStructureThatIsNotPackedIsRead() throws IOException {
    assertThat(pdf(Pdfs.byXrefStream("", content -> content))).isEqualTo(new Sound());
  }

  @Test
  void aDeepNestIsBroken() {
    byte[] nest = Pdfs.ascii("[".repeat(200_000));

    assertThat(pdf(Pdfs.byHand("", CATALOG, nest))).isEqualTo(unsound(Reason.PDF_BROKEN));
  }

  @Test
  void hostileContentIsJudgedAndNeverThrows() throws IOException {
    Random random = new Random(42);
    byte[][] wholes = {Pdfs.plain(2), Pdfs.compressed(2)};
    for (int round = 0; round < 3_000; round++) {
      byte[] hostile = wholes[round % 2].clone();
      int changes = random.nextInt(1, 12);
      for (int change = 0; change < changes; change++) {
        hostile[random.nextInt(5, hostile.length)] = (byte) random.nextInt(256);
      }
      assertThat(pdf(hostile)).isInstanceOfAny(Sound.class, Unsound.class);
    }
  }

  private Inspection pdf(byte[] content) {
    return inspection.inspect(ContentType.PDF, content);
  }

  private static Inspection unsound(Reason reason) {
    return new Unsound(reason);
  }
}

package id.antrean.uploads.inspection.pdf;

import static id.antrean.uploads.inspection.pdf.Pdfs.ascii;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.document.Inspection;
import id.antrean.domain.document.Inspection.Reason;
import id.antrean.domain.document.Inspection.Sound;
import id.antrean.domain.document.Inspection.Unsound;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which PDFs open at the counter: pages, damage and encryption. */
class PdfInspectionTest {
  private static final byte[] CATALOG = ascii("<< /Type /Catalog /Pages 2 0 R >>");
  private static final byte[] ONE_PAGE = ascii("<< /Type /Pages /Count 1 /Kids [3 0 R] >>");
  private static final byte[] PAGE = ascii("<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>");
  private static final byte[] CONTENT = Pdfs.stream("", ascii("0 0 9 9 re f"));

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 40})
  void aPdfWithPagesIsSound(int pages) throws IOException {
    assertThat(inspect(Pdfs.plain(pages))).isEqualTo(new Sound());
    assertThat(inspect(Pdfs.compressed(pages))).isEqualTo(new Sound());
  }

  @Test
  void aScanIsSound() throws IOException {
    for (byte[] scan : Pdfs.both(Pdfs::scan)) {
      assertThat(inspect(scan)).isEqualTo(new Sound());
    }
  }

  @Test
  void aPdfWithoutPagesIsToldApart() throws IOException {
    assertThat(inspect(Pdfs.plain(0))).isEqualTo(unsound(Reason.PDF_WITHOUT_PAGE));
    assertThat(inspect(Pdfs.compressed(0))).isEqualTo(unsound(Reason.PDF_WITHOUT_PAGE));
  }

  // ---- What viewers mend ----

  @Test
  void whatStandsBeforeTheHeaderIsPassedOver() throws IOException {
    String plain = text(Pdfs.plain(1));

    for (String before : new String[] {"\u00EF\u00BB\u00BF", "\r\n\r\n", "\0".repeat(1_000)}) {
      assertThat(inspect(bytes(before + plain))).isEqualTo(new Sound());
    }
    assertThat(inspect(bytes("\0".repeat(1_024) + plain))).isEqualTo(unsound(Reason.WRONG_TYPE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "<html>", "%pdf-1.7", "PK\u0003\u0004", "%PDF"})
  void whatHasNoHeaderIsOfTheWrongType(String beginning) {
    assertThat(inspect(ascii(beginning))).isEqualTo(unsound(Reason.WRONG_TYPE));
  }

  @Test
  void tablesAreNotNeeded() throws IOException {
    for (byte[] whole : Pdfs.both(Pdfs::scan)) {
      String file = text(whole);

      assertThat(inspect(bytes(file.replaceAll("startxref\\s+\\d+", "startxref\n77"))))
          .isEqualTo(new Sound());
      assertThat(inspect(bytes(file.replace("%%EOF", "")))).isEqualTo(new Sound());
      assertThat(inspect(bytes(file.substring(0, file.lastIndexOf("startxref")))))
          .isEqualTo(new Sound());
      assertThat(inspect(bytes(file + "\0".repeat(9_000)))).isEqualTo(new Sound());
      assertThat(inspect(bytes(file + "<html>".repeat(2_000)))).isEqualTo(new Sound());
    }
    String plain = text(Pdfs.both(Pdfs::scan).getFirst());
    assertThat(inspect(bytes(plain.replace("xref\n0 ", "xref\n1 ")))).isEqualTo(new Sound());
    assertThat(inspect(bytes(plain.replaceAll("(?m)^\\d{10} ", "0000000666 "))))
        .isEqualTo(new Sound());
    assertThat(inspect(bytes(plain.substring(0, plain.lastIndexOf("\nxref")))))
        .isEqualTo(new Sound());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/Length 3", "/Length 99999999", "/Length -1", "/Length 9 0 R", "/Len 1"})
  void aWrongLengthIsPassedOver(String length) {
    byte[] content = bytes(text(CONTENT).replaceAll("/Length \\d+", length));

    assertThat(inspect(Pdfs.byHand("", CATALOG, ONE_PAGE, PAGE, content))).isEqualTo(new Sound());
  }

  @Test
  void aStreamMayEndWithItsObjectAlone() {
    byte[] content = bytes(text(CONTENT).replace("endstream", ""));

    assertThat(inspect(Pdfs.byHand("", CATALOG, ONE_PAGE, PAGE, content))).isEqualTo(new Sound());
  }

  @Test
  void commentsAndEveryKindOfLineEndArePassedOver() {
    String file = text(Pdfs.byHand("", CATALOG, ONE_PAGE, PAGE, CONTENT));
    String commented =
        file.replace(">>\nstream", ">> % as a scanner writes\nstream")
            .replace("/Kids [", "/Kids % the only one (\r [");

    assertThat(inspect(bytes(commented))).isEqualTo(new Sound());
    assertThat(inspect(bytes(file.replace("\n", "\r\n")))).isEqualTo(new Sound());
    assertThat(inspect(bytes(file.replace("stream\n", "stream\0").replace("\n", "\r"))))
        .isEqualTo(new Sound());
  }

  @Test
  void ofSeveralDefinitionsTheLastCounts() {
    String file = text(Pdfs.byHand("", CATALOG, ONE_PAGE, PAGE, CONTENT));

    String emptied = file + "2 0 obj << /Type /Pages /Kids [] >> endobj startxref 0";
    assertThat(inspect(bytes(emptied))).isEqualTo(unsound(Reason.PDF_WITHOUT_PAGE));
    String filledAgain = emptied + " 2 0 obj << /Type /Pages /Kids [3 0 R] >> endobj startxref 0";
    assertThat(inspect(bytes(filledAgain))).isEqualTo(new Sound());
  }

  @Test
  void withoutATrailerAnyCatalogServes() {
    String file = text(Pdfs.byHand("", CATALOG, ONE_PAGE, PAGE, CONTENT));

    assertThat(inspect(bytes(file.replace("/Root", "/Wurzel")))).isEqualTo(new Sound());
    assertThat(inspect(bytes(file.replace("/Root", "/Wurzel").replace("/Catalog", "/Katalog"))))
        .isEqualTo(unsound(Reason.PDF_BROKEN));
  }

  // ---- What is not there ----

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.3, 0.5, 0.7, 0.9})
  void aScanCutOffIsBroken(double share) throws IOException {
    for (byte[] whole : Pdfs.both(Pdfs::scan)) {
      assertThat(inspect(Arrays.copyOf(whole, (int) (whole.length * share))))
          .isEqualTo(unsound(Reason.PDF_BROKEN));
    }
  }

  @Test
  void aPageThatLacksItsContentIsBroken() {
    byte[] list = ascii("<< /Type /Page /Parent 2 0 R /Contents [4 0 R 5 0 R] >>");
    byte[] picture =
        ascii(
            "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /XObject << /A 5 0 R >> >>"
                + " >>");
    byte[] blank = ascii("<< /Type /Page /Parent 2 0 R >>");

    assertThat(inspect(Pdfs.byHand("", CATALOG, ONE_PAGE, PAGE)))
        .isEqualTo(unsound(Reason.PDF_BROKEN));
    assertThat(inspect(Pdfs.byHand("", CATALOG, ONE_PAGE, list, CONTENT)))
        .isEqualTo(unsound(Reason.PDF_BROKEN));
    assertThat(inspect(Pdfs.byHand("", CATALOG, ONE_PAGE, picture, CONTENT)))
        .isEqualTo(unsound(Reason.PDF_BROKEN));
    assertThat(inspect(Pdfs.byHand("", CATALOG, ONE_PAGE, list, CONTENT, CONTENT)))
        .isEqualTo(new Sound());
    assertThat(inspect(Pdfs.byHand("", CATALOG, ONE_PAGE, picture, CONTENT, CONTENT)))
        .isEqualTo(new Sound());
    assertThat(inspect(Pdfs.byHand("", CATALOG, ONE_PAGE, blank))).isEqualTo(new Sound());
  }

  @Test
  void picturesAreInheritedFromTheTree() {
    byte[] pages =
        ascii("<< /Type /Pages /Kids [3 0 R] /Resources << /XObject << /A 5 0 R >> >> /Count 1 >>");

    assertThat(inspect(Pdfs.byHand("", CATALOG, pages, PAGE, CONTENT)))
        .isEqualTo(unsound(Reason.PDF_BROKEN));
    assertThat(inspect(Pdfs.byHand("", CATALOG, pages, PAGE, CONTENT, CONTENT)))
        .isEqualTo(new Sound());
  }

  @Test
  void aMissingPageIsForgivenOnlyToAFileThatHasItsEnd() {
    byte[] two = ascii("<< /Type /Pages /Count 2 /Kids [3 0 R 9 0 R] >>");
    String file = text(Pdfs.byHand("", CATALOG, two, PAGE, CONTENT));

    assertThat(inspect(bytes(file))).isEqualTo(new Sound());
    assertThat(inspect(bytes(file.substring(0, file.indexOf("startxref")))))
        .isEqualTo(unsound(Reason.PDF_BROKEN));
  }

  @Test
  void aPdfOfNothingButItsHeaderIsBroken() {
    assertThat(inspect(ascii("%PDF-1.7\n%%EOF\n"))).isEqualTo(unsound(Reason.PDF_BROKEN));
    assertThat(inspect(ascii("%PDF-1.7\nstartxref\n0\n%%EOF\n")))
        .isEqualTo(unsound(Reason.PDF_BROKEN));
  }

  @Test
  void pagesMayStandDeepInTheirTree() {
    byte[] pages = ascii("<< /Type /Pages /Kids [3 0 R] >>");
    byte[] branch = ascii("<< /Type /Pages /Kids [4 0 R] /Parent 2 0 R >>");
    byte[] untyped = ascii("<< /Parent 3 0 R /MediaBox [0 0 9 9] >>");
    byte[] direct = ascii("<< /Type /Pages /Kids [<< /Type /Page >>] >>");

    assertThat(inspect(Pdfs.byHand("", CATALOG, pages, branch, untyped))).isEqualTo(new Sound());
    assertThat(inspect(Pdfs.byHand("", CATALOG, direct))).isEqualTo(new Sound());
  }

  @Test
  void treesWithoutALeafAreToldApart() {
    byte[] loop = ascii("<< /Type /Pages /Kids [2 0 R 2 0 R] >>");
    byte[] empty = ascii("<< /Type /Pages /Kids [] /Count 7 >>");
    byte[] kidless = ascii("<< /Type /Pages >>");
    byte[] dangling = ascii("<< /Type /Pages /Kids [8 0 R] /Count 1 >>");
    byte[] pageless = ascii("<< /Type /Catalog >>");

    assertThat(inspect(Pdfs.byHand("", CATALOG, loop))).isEqualTo(unsound(Reason.PDF_WITHOUT_PAGE));
    assertThat(inspect(Pdfs.byHand("", CATALOG, empty)))
        .isEqualTo(unsound(Reason.PDF_WITHOUT_PAGE));
    assertThat(inspect(Pdfs.byHand("", CATALOG, kidless))).isEqualTo(unsound(Reason.PDF_BROKEN));
    assertThat(inspect(Pdfs.byHand("", CATALOG, dangling))).isEqualTo(unsound(Reason.PDF_BROKEN));
    assertThat(inspect(Pdfs.byHand("", pageless))).isEqualTo(unsound(Reason.PDF_BROKEN));
  }

  // ---- Object streams ----

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/DecodeParms null", "/DecodeParms << /Predictor 1 >>", "/Extends 9 0 R"})
  void aCatalogMayLieInAnObjectStream(String extras) throws IOException {
    byte[] objects =
        Pdfs.objectStream(
            extras,
            "<< /Type /Catalog /Pages 21 0 R >>",
            "<< /Type /Pages /Kids [22 0 R] >>",
            "<< /Type /Page /Parent 21 0 R >>");

    assertThat(inspect(Pdfs.byHand("/Root 20 0 R", objects))).isEqualTo(new Sound());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/Filter [/FlateDecode /FlateDecode]",
        "/Filter /LZWDecode",
        "/Filter /ASCIIHexDecode",
        "/DecodeParms << /Predictor 12 >>",
        "/N -1",
        "/First -1",
        "/First 99999"
      })
  void anObjectStreamThatCannotBeLookedIntoIsBroken(String extras) throws IOException {
    byte[] objects = Pdfs.objectStream(extras, "<< /Type /Font >>");

    assertThat(inspect(Pdfs.byHand("", CATALOG, ONE_PAGE, PAGE, CONTENT, objects)))
        .isEqualTo(unsound(Reason.PDF_BROKEN));
  }

  @Test
  void anObjectStreamThatIsNotPackedIsReadToo() {
    byte[] objects =
        Pdfs.stream(
            "/Type /ObjStm /N 1 /First 5", ascii("20 0 << /Type /Catalog /Pages 2 0 R >> "));

    assertThat(inspect(Pdfs.byHand("/Root 20 0 R", CATALOG, ONE_PAGE, PAGE, CONTENT, objects)))
        .isEqualTo(new Sound());
  }

  // ---- Encryption ----

  @Test
  void aPdfThatOpensWithoutAskingIsReadWhateverItForbids() throws IOException {
    for (byte[] file : encrypted("")) {
      assertThat(inspect(file)).isEqualTo(new Sound());
    }
  }

  @Test
  void aPdfThatAsksForAPasswordIsToldApart() throws IOException {
    for (byte[] file : encrypted("secret")) {
      assertThat(inspect(file)).isEqualTo(unsound(Reason.PDF_ENCRYPTED));
    }
  }

  private static byte[][] encrypted(String password) throws IOException {
    CompressParameters plain = CompressParameters.NO_COMPRESSION;
    CompressParameters packed = CompressParameters.DEFAULT_COMPRESSION;
    return new byte[][] {
      Pdfs.encrypted(password, 40, false, plain, Pdfs::scan),
      Pdfs.encrypted(password, 128, false, plain, Pdfs::scan),
      Pdfs.encrypted(password, 128, false, packed, Pdfs::scan),
      Pdfs.encrypted(password, 128, true, packed, Pdfs::scan),
      Pdfs.encrypted(password, 256, true, plain, Pdfs::scan),
      Pdfs.encrypted(password, 256, true, packed, Pdfs::scan)
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9 0 R",
        "<< /Filter /Adobe.PubSec /V 4 /R 4 >>",
        "<< /Filter /Standard /V 9 /R 9 /U (%1$s) /O (%1$s) >>",
        "<< /Filter /Standard /V 5 /R 6 /U (%1$s%1$s) /O (%1$s) /UE (short) >>",
        "<< /Filter /Standard /V 2 /R 3 /U (short) /O (%1$s) >>"
      })
  void anEncryptionThatCannotBeReadIsStillEncryption(String encryption) {
    String trailer = "/Encrypt " + encryption.formatted("0123456789012345678901234567890123");

    assertThat(inspect(Pdfs.byHand(trailer, CATALOG, ONE_PAGE, PAGE, CONTENT)))
        .isEqualTo(unsound(Reason.PDF_ENCRYPTED));
    assertThat(inspect(Pdfs.byHand("/Encrypt null", CATALOG, ONE_PAGE, PAGE, CONTENT)))
        .isEqualTo(new Sound());
  }

  private static Inspection inspect(byte[] content) {
    return PdfInspection.inspect(content);
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(String content) {
    return content.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Inspection unsound(Reason reason) {
    return new Unsound(reason);
  }
}

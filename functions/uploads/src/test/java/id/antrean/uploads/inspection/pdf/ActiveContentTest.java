package id.antrean.uploads.inspection.pdf;

import static id.antrean.uploads.inspection.pdf.Pdfs.ascii;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.document.Inspection;
import id.antrean.domain.document.Inspection.Reason;
import id.antrean.domain.document.Inspection.Sound;
import id.antrean.domain.document.Inspection.Unsound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.action.PDAction;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which PDFs do more than show pages. */
class ActiveContentTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>",
        "/OpenAction << /S /J#61vaScript /JS (1) >>",
        "/OpenAction <</S/JavaScript/JS 9 0 R>>",
        "/OpenAction << /S /URI /URI (https://a.example) /S /JavaScript >>",
        "/OpenAction << /S /GoTo /Next [ << /S /Launch /F (cmd.exe) >> ] >>",
        "/AA << /WC << /S /Launch /Win << /F (cmd.exe) >> >> >>",
        "/OpenAction << /S /GoToR /F (\\\\\\\\evil\\\\share\\\\a.pdf) /D [0] >>",
        "/OpenAction << /S /GoToE /T << /R /C >> >>",
        "/A << /S /SubmitForm /F (https://evil.example) >>",
        "/A << /S /ImportData /F (a.fdf) >>",
        "/A << /S /Rendition /OP 0 >>",
        "/A << /S /RichMediaExecute >>",
        "/Annots [ << /Subtype /RichMedia >> ]",
        "/Annots [ << /Subtype /3D >> ]",
        "/Annots [ << /Subtype /Movie >> ]",
        "/Annots [ << /Subtype /Sound >> ]",
        "/Annots [ << /Subtype /FileAttachment >> ]",
        "/AcroForm << /Fields [] /XFA [(template) 9 0 R] >>",
        "/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /EF << /F 9 0 R >> >>] >> >>",
        "/Names << /JavaScript << /Names [(a) << /JS (1) >>] >> >>",
        "/A << /S /URI /URI (javascript:alert\\(1\\)) >>",
        "/A << /S /URI /URI ( FILE:///C:/a.exe) >>",
        "/A << /S /URI /URI (\\\\\\\\evil\\\\a) >>",
        "/A << /S /URI /URI <5C5C6576696C> >>",
        "/A << /S /URI /URI <FEFF006A006100760061003A> >>",
        "/A << /S /URI /URI (//evil.example/a) >>",
        "/URI << /Base (file:///c:/) >>",
        "/FS << /UF (\\\\\\\\evil\\\\a) >>",
        "/OpenAction << ] /S /JavaScript",
      })
  void whatDoesMoreThanShowPagesIsRefused(String inCatalog) {
    assertThat(catalog(inCatalog)).isEqualTo(active());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/OpenAction [3 0 R /Fit]",
        "/OpenAction << /S /GoTo /D [3 0 R /XYZ 0 0 1] >>",
        "/AA << /WC << /S /GoTo /D (chapter) >> >>",
        "/A << /S /Named /N /NextPage >>",
        "/A << /S /URI /URI (https://imigrasi.example/?q=a:b) >>",
        "/A << /S /URI /URI (HTTP://imigrasi.example) >>",
        "/A << /S /URI /URI (mailto:siti@example.org) >>",
        "/A << /S /URI /URI (tel:+6281200000001) >>",
        "/A << /S /URI /URI (halaman/dua.html) >>",
        "/A << /S /URI /URI <FEFF00680074007400700073003A002F002F0061> >>",
        "/A << /S /ResetForm >>",
        "/AcroForm << /Fields [ << /FT /Sig /T (BSrE) >> ] /SigFlags 3 /XFA null >>",
        "/Names << /EmbeddedFiles << /Names [] >> /JavaScript << /Names [] >> >>",
        "/Resources << /Font << /EF << /Type /Font /Subtype /Type1 >> /JS 4 0 R >> >>",
        "/StructTreeRoot << /K << /S /Document /P 1 0 R >> >>",
        "/Title (How to write /JavaScript and /Launch)",
        "/Group << /S /Transparency >> /F 4",
      })
  void whatIsHarmlessAndCommonIsTakenIn(String inCatalog) {
    assertThat(catalog(inCatalog)).isEqualTo(new Sound());
  }

  @Test
  void whatActsIsFoundBehindReferences() {
    assertThat(with("<< /S 6 0 R >>", "/JavaScript")).isEqualTo(active());
    assertThat(with("<< /S 6 0 R >>", "7 0 R", "/Launch")).isEqualTo(active());
    assertThat(with("<< /JS 6 0 R >>", "(app.alert)")).isEqualTo(active());
    assertThat(with("<< /EF 6 0 R >>", "<< /UF 7 0 R >>")).isEqualTo(active());
    assertThat(with("<< /S 6 0 R >>", "/Transparency")).isEqualTo(new Sound());
    assertThat(with("<< /EF 6 0 R >>", "<< /Type /Font >>")).isEqualTo(new Sound());
    assertThat(with("/JavaScript")).isEqualTo(new Sound()); // a name that nothing means
  }

  @Test
  void aScriptMayBeAStreamAndAPictureMayBeCalledLikeOne() {
    byte[] script = Pdfs.stream("", ascii("app.alert(1)"));
    byte[] picture = Pdfs.stream("/Subtype /Image", ascii("a picture"));

    assertThat(inspect(objects(ascii("<< /JS 6 0 R >>"), script))).isEqualTo(active());
    assertThat(inspect(objects(ascii("<< /JS 6 0 R >>"), picture))).isEqualTo(new Sound());
  }

  @Test
  void aStreamWhoseContentIsElsewhereIsRefused() {
    byte[] nothing = ascii("");

    assertThat(inspect(objects(Pdfs.stream("/F (a.bin)", nothing)))).isEqualTo(active());
    assertThat(inspect(objects(Pdfs.stream("/F << /UF (a) >>", nothing)))).isEqualTo(active());
    assertThat(inspect(objects(Pdfs.stream("/F 9 0 R", nothing)))).isEqualTo(active());
    assertThat(inspect(objects(Pdfs.stream("/F /FlateDecode", nothing)))).isEqualTo(new Sound());
  }

  @Test
  void whatActsIsFoundWhereverATableMayLead() {
    byte[] hidden = Pdfs.stream("", ascii("90 0 obj << /S /Launch >> endobj"));
    byte[] quoted = ascii("(90 0 obj << /S /Launch >> endobj)");
    byte[] oddlyNumbered = ascii("null endobj 90 % a comment\n0 %\nobj << /S /Launch >>");
    byte[] former = ascii("<< /S /Launch >> endobj 5 0 obj << /S /GoTo >>");

    assertThat(inspect(objects(hidden))).isEqualTo(active());
    assertThat(inspect(objects(quoted))).isEqualTo(active());
    assertThat(inspect(objects(oddlyNumbered))).isEqualTo(active());
    assertThat(inspect(objects(former))).isEqualTo(active());
    assertThat(inspect(Pdfs.byHand("/Info << /S /Launch >>", page()))).isEqualTo(active());
  }

  @Test
  void whatActsIsFoundInObjectStreamsOfEveryMake() throws IOException {
    String action = "<< /S /JavaScript /JS (1) >>";
    byte[] usual = Pdfs.objectStream("", "<< >>", action);
    byte[] untyped =
        new String(usual, StandardCharsets.ISO_8859_1)
            .replace("/Type /ObjStm", "")
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] plain = Pdfs.stream("/Type /ObjStm /N 1 /First 4", ascii("9 0 " + action));
    byte[] inAString = Pdfs.stream("/Type /ObjStm /N 1 /First 4", ascii("9 1 (" + action + ")"));

    assertThat(inspect(objects(usual))).isEqualTo(active());
    assertThat(inspect(objects(untyped))).isEqualTo(active());
    assertThat(inspect(objects(plain))).isEqualTo(active());
    assertThat(inspect(objects(inAString))).isEqualTo(active());
  }

  @Test
  void whatPdfboxWritesIsFoundPlainPackedAndEncrypted() throws IOException {
    for (Pdfs.Content content :
        List.<Pdfs.Content>of(
            document -> opening(document, new PDActionJavaScript("app.alert(1)")),
            document -> opening(document, launch()),
            document -> opening(document, uri("javascript:alert(1)")),
            ActiveContentTest::attach)) {
      for (byte[] file : everyMake(content)) {
        assertThat(inspect(file)).isEqualTo(active());
      }
    }
  }

  @Test
  void whatPdfboxWritesIsHarmlessPlainPackedAndEncrypted() throws IOException {
    for (Pdfs.Content content :
        List.<Pdfs.Content>of(
            ActiveContentTest::openAtFirstPage,
            document -> opening(document, uri("https://imigrasi.example/")))) {
      for (byte[] file : everyMake(content)) {
        assertThat(inspect(file)).isEqualTo(new Sound());
      }
    }
  }

  private static List<byte[]> everyMake(Pdfs.Content content) throws IOException {
    List<byte[]> plain = Pdfs.both(content);
    CompressParameters packed = CompressParameters.DEFAULT_COMPRESSION;
    CompressParameters unpacked = CompressParameters.NO_COMPRESSION;
    return List.of(
        plain.getFirst(),
        plain.getLast(),
        Pdfs.encrypted("", 40, false, unpacked, content),
        Pdfs.encrypted("", 128, false, packed, content),
        Pdfs.encrypted("", 128, true, packed, content),
        Pdfs.encrypted("", 128, true, unpacked, content),
        Pdfs.encrypted("", 256, true, packed, content),
        Pdfs.encrypted("", 256, true, unpacked, content));
  }

  private static void opening(PDDocument document, PDAction action) {
    document.addPage(new PDPage());
    document.getDocumentCatalog().setOpenAction(action);
  }

  private static void openAtFirstPage(PDDocument document) {
    PDActionGoTo goTo = new PDActionGoTo();
    PDPageFitDestination first = new PDPageFitDestination();
    opening(document, goTo);
    first.setPage(document.getPage(0));
    goTo.setDestination(first);
  }

  private static PDAction launch() {
    PDActionLaunch launch = new PDActionLaunch();
    launch.setD("cmd.exe");
    return launch;
  }

  private static PDAction uri(String address) {
    PDActionURI action = new PDActionURI();
    action.setURI(address);
    return action;
  }

  private static void attach(PDDocument document) throws IOException {
    document.addPage(new PDPage());
    PDComplexFileSpecification specification = new PDComplexFileSpecification();
    specification.setFile("surat.exe");
    specification.setEmbeddedFile(
        new PDEmbeddedFile(document, new ByteArrayInputStream(ascii("MZ"))));
    PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
    tree.setNames(Map.of("surat", specification));
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setEmbeddedFiles(tree);
    document.getDocumentCatalog().setNames(names);
  }

  /** A page, and in the catalog what is to be judged. */
  private static Inspection catalog(String extras) {
    return inspect(
        Pdfs.byHand(
            "",
            ascii("<< /Type /Catalog /Pages 2 0 R " + extras + " >>"),
            ascii("<< /Type /Pages /Kids [3 0 R] >>"),
            ascii("<< /Type /Page /Parent 2 0 R >>")));
  }

  /** A page, and these objects from the fifth on. */
  private static Inspection with(String... objects) {
    byte[][] bodies = new byte[objects.length][];
    for (int i = 0; i < objects.length; i++) {
      bodies[i] = ascii(objects[i]);
    }
    return inspect(objects(bodies));
  }

  private static byte[] objects(byte[]... bodies) {
    byte[][] all = new byte[4 + bodies.length][];
    all[0] = page();
    all[1] = ascii("<< /Type /Pages /Kids [3 0 R] >>");
    all[2] = ascii("<< /Type /Page /Parent 2 0 R >>");
    all[3] = ascii("null");
    System.arraycopy(bodies, 0, all, 4, bodies.length);
    return Pdfs.byHand("", all);
  }

  private static byte[] page() {
    return ascii("<< /Type /Catalog /Pages 2 0 R >>");
  }

  private static Inspection inspect(byte[] content) {
    return PdfInspection.inspect(content);
  }

  private static Inspection active() {
    return new Unsound(Reason.PDF_ACTIVE);
  }
}

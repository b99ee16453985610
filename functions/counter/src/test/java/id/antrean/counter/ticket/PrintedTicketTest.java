package id.antrean.counter.ticket;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.counter.ticket.TicketSheet.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is on the page, and that it is one page whatever is put on it. */
class PrintedTicketTest {
  private static final String ELLIPSIS = "…";
  private static final String LONG = "Jalan Raya Cilegon nomor seratus enam belas ".repeat(46);
  private static final double MARGIN_POINTS = 51;
  private static final double QR_LEFT_POINTS = 595.28 - MARGIN_POINTS - 170.08;

  @Test
  void saysEveryRowAndTheCode() throws IOException {
    String text = text(Tickets.siti());

    assertThat(text)
        .startsWith("Tiket kedatangan Tunjukkan halaman ini di loket, di layar atau tercetak. Nama")
        .contains("Bawa dokumen asli KTP asli Kartu keluarga asli Akta kelahiran")
        .contains(Tickets.CODE)
        .contains(Tickets.NOTES)
        .doesNotContain(ELLIPSIS);
    assertThat(Tickets.ROWS)
        .allSatisfy(row -> assertThat(text).contains(row.label() + " " + row.value()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 300, 450, 1000})
  void itsQrIsReadFromPaper(int length) throws IOException {
    String qr = Tickets.token(length);
    byte[] pdf =
        PrintedTicket.pdf(Tickets.of(Tickets.CODE, qr, Tickets.ROWS, Tickets.BRING, Tickets.NOTES));

    try (ReadPdf read = new ReadPdf(pdf)) {
      assertThat(Scanner.read(read.picture())).isEqualTo(qr);
    }
  }

  @ParameterizedTest
  @MethodSource("anyLength")
  void isOnePageWhateverIsPutOnIt(TicketSheet sheet) throws IOException {
    try (ReadPdf read = new ReadPdf(PrintedTicket.pdf(sheet))) {
      assertThat(read.document().getNumberOfPages()).isEqualTo(1);
      PDRectangle page = read.document().getPage(0).getMediaBox();
      assertThat(page.getWidth()).isEqualTo(595.28f);
      assertThat(page.getHeight()).isEqualTo(841.89f);
      assertThat(read.text()).contains(sheet.code());
      assertThat(Scanner.read(read.picture())).isEqualTo(sheet.qr());
      assertThat(read.letters())
          .allSatisfy(
              letter -> {
                assertThat(letter.getX()).isGreaterThan((float) MARGIN_POINTS);
                assertThat(letter.getX() + letter.getWidth())
                    .isLessThan((float) (595.28 - MARGIN_POINTS + 0.1));
                assertThat(letter.getY()).isBetween((float) MARGIN_POINTS, 791f);
              });
      assertThat(lettersOverEachOther(read.letters())).isEmpty();
    }
  }

  static List<TicketSheet> anyLength() {
    List<Row> fortyLong = Collections.nCopies(40, new Row("Alamat", LONG));
    List<Row> unbroken = List.of(new Row("x".repeat(200), "W".repeat(2000)));
    return List.of(
        Tickets.siti(),
        Tickets.of(List.of(), List.of(), List.of()),
        Tickets.of(List.of(new Row("Alamat", LONG)), Tickets.BRING, Tickets.NOTES),
        Tickets.of(fortyLong, Tickets.BRING, Tickets.NOTES),
        Tickets.of(fortyLong, Collections.nCopies(40, LONG), Collections.nCopies(40, LONG)),
        Tickets.of(Collections.nCopies(400, new Row("", "")), Tickets.BRING, Tickets.NOTES),
        Tickets.of(unbroken, List.of("W".repeat(2000)), List.of("W".repeat(2000))),
        Tickets.of(Tickets.ROWS, Tickets.BRING, Collections.nCopies(40, "Datanglah.")),
        Tickets.of(Tickets.ROWS, Collections.nCopies(40, "KTP asli"), Tickets.NOTES),
        Tickets.of("W".repeat(40), Tickets.QR, Tickets.ROWS, Tickets.BRING, Tickets.NOTES),
        new TicketSheet(
            LONG,
            LONG,
            Tickets.CODE,
            Tickets.QR,
            fortyLong,
            LONG,
            List.of(LONG),
            List.of(LONG),
            "en"));
  }

  @Test
  void rowsDoNotReachTheQr() throws IOException {
    List<Row> rows = List.of(new Row("W".repeat(60), "W".repeat(200)));

    try (ReadPdf read = new ReadPdf(PrintedTicket.pdf(Tickets.of(rows, List.of(), List.of())))) {
      assertThat(read.letters().stream().filter(it -> it.getUnicode().equals("W")))
          .hasSize(260)
          .allMatch(it -> it.getX() + it.getWidth() < QR_LEFT_POINTS - 30);
    }
  }

  @Test
  void showsFortyRowsWholeInSmallerLetters() throws IOException {
    List<Row> rows =
        IntStream.range(0, 40).mapToObj(i -> new Row("Baris " + i, "nilai " + i)).toList();

    String text = text(Tickets.of(rows, Tickets.BRING, Tickets.NOTES));

    assertThat(text)
        .contains(rows.stream().map(row -> row.label() + " " + row.value()).collect(joining(" ")))
        .contains(Tickets.BRING.getFirst());
  }

  @Test
  void setsRowsCloserBeforeAnythingIsShortened() throws IOException {
    List<String> bring = IntStream.range(0, 14).mapToObj(i -> "Dokumen " + i).toList();

    assertThat(text(Tickets.of(Tickets.ROWS, bring, Tickets.NOTES)))
        .contains(wholeRows())
        .contains(bring.getLast() + " " + Tickets.NOTES.getFirst())
        .doesNotContain(ELLIPSIS);
  }

  @Test
  void shortensNotesFirst() throws IOException {
    String text = text(Tickets.of(Tickets.ROWS, Tickets.BRING, Collections.nCopies(40, LONG)));

    assertThat(text)
        .contains(wholeRows())
        .contains("Akta kelahiran Jalan Raya")
        .containsOnlyOnce(ELLIPSIS);
  }

  @Test
  void shortensThePapersToBringNext() throws IOException {
    List<String> bring = IntStream.range(0, 40).mapToObj(i -> "Dokumen " + i).toList();

    String text = text(Tickets.of(Tickets.ROWS, bring, Tickets.NOTES));

    assertThat(text)
        .contains(wholeRows())
        .contains("Bawa dokumen asli Dokumen 0 Dokumen 1 ")
        .containsPattern("Dokumen [0-9]+… Datanglah 15 menit sebelum jam yang tertera")
        .doesNotContain("Dokumen 39");
  }

  @Test
  void keepsTheFirstLineOfEachList() throws IOException {
    String text =
        text(
            Tickets.of(
                Collections.nCopies(100, new Row("Alamat", LONG)), Tickets.BRING, Tickets.NOTES));

    assertThat(text)
        .contains("Bawa dokumen asli KTP asli… Datanglah 15 menit sebelum jam yang tertera…");
  }

  @Test
  void cutsTheLongestValuesLast() throws IOException {
    List<Row> rows = new ArrayList<>(Collections.nCopies(10, new Row("Alamat", LONG)));
    rows.addAll(Tickets.ROWS);

    String text = text(Tickets.of(rows, Tickets.BRING, Tickets.NOTES));

    assertThat(text).contains(wholeRows()).containsPattern("(Alamat Jalan [^…]+… ){10}Nama");
  }

  @Test
  void saysThatRowsAreMissing() throws IOException {
    List<Row> rows =
        IntStream.range(0, 100).mapToObj(i -> new Row("Baris " + i, "nilai " + i)).toList();

    assertThat(text(Tickets.of(rows, List.of(), List.of())))
        .contains("Baris 50 nilai 50 ")
        .containsPattern("nilai [0-9]+ … ")
        .doesNotContain("Baris 99");
  }

  @Test
  void keepsWhatPdfOrAsciiWouldNot() throws IOException {
    String value = "a(b)) \\ c\\( é — “ÿ” €5 • š";

    assertThat(text(Tickets.of(List.of(new Row("Kétérangan", value)), List.of(), List.of())))
        .contains("Kétérangan " + value);
  }

  @Test
  void putsAQuestionMarkForWhatTheFontsDoNotHave() throws IOException {
    List<Row> rows = List.of(new Row("Nama", "Łukasz 李 😀\u0007\u0085z\u009F\ttab\nline"));

    assertThat(text(Tickets.of(rows, List.of(), List.of())))
        .contains("Nama ?ukasz ? ???z? tab line ");
  }

  @Test
  void leavesNoShortWordAlone() throws IOException {
    List<Row> rows = List.of(new Row("Jam", "Senin, 7 Desember 2026, 08.00–09.00 WIB"));

    try (ReadPdf read = new ReadPdf(PrintedTicket.pdf(Tickets.of(rows, List.of(), List.of())))) {
      assertThat(lineOf("W", read.letters())).isEqualTo(lineOf("–", read.letters()));
      assertThat(lineOf("W", read.letters())).isGreaterThan(lineOf("S", read.letters()));
    }
  }

  @Test
  void keepsTogetherWhatANoBreakSpaceJoins() throws IOException {
    List<Row> rows =
        List.of(new Row("Jam", "Senin, 7 Desember 2026, 08.00–09.00\u00A0WIB dan seterusnya"));

    try (ReadPdf read = new ReadPdf(PrintedTicket.pdf(Tickets.of(rows, List.of(), List.of())))) {
      float first = lineOf("S", read.letters());
      assertThat(lineOf("–", read.letters())).isGreaterThan(first);
      assertThat(lineOf("W", read.letters())).isEqualTo(lineOf("–", read.letters()));
    }
  }

  @Test
  void isTheSameBytesForTheSameTicket() {
    byte[] pdf = PrintedTicket.pdf(Tickets.siti());

    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(PrintedTicket.pdf(Tickets.siti())).isEqualTo(pdf);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void saysItsTitleAndLanguageAndNothingElseOfItself() throws IOException {
    try (ReadPdf read = new ReadPdf(PrintedTicket.pdf(Tickets.siti()))) {
      assertThat(read.document().getVersion()).isEqualTo(1.4f);
      assertThat(read.document().getDocumentCatalog().getLanguage()).isEqualTo("id");
      assertThat(read.document().getDocumentInformation().getTitle()).isEqualTo("Tiket kedatangan");
      assertThat(read.document().getDocumentInformation().getCOSObject().keySet())
          .containsExactly(COSName.TITLE);
    }
  }

  /** Readers repair a wrong table, and some of them say so to whoever opens the file. */
  @Test
  void itsTableSaysWhereEachObjectIs() {
    String pdf = new String(PrintedTicket.pdf(Tickets.siti()), StandardCharsets.ISO_8859_1);
    int table = Integer.parseInt(group("startxref\n([0-9]+)\n%%EOF\n$", pdf));
    List<Integer> offsets =
        Pattern.compile("([0-9]{10}) 00000 n \n")
            .matcher(pdf)
            .results()
            .map((MatchResult entry) -> Integer.parseInt(entry.group(1)))
            .toList();

    assertThat(pdf.substring(table)).startsWith("xref\n0 8\n0000000000 65535 f \n");
    assertThat(offsets).hasSize(7);
    assertThat(IntStream.range(0, offsets.size()))
        .allSatisfy(i -> assertThat(pdf.substring(offsets.get(i))).startsWith(i + 1 + " 0 obj\n"));
    assertThat(pdf.indexOf("\nendstream") - pdf.indexOf("stream\n") - "stream\n".length())
        .isEqualTo(Integer.parseInt(group("/Length ([0-9]+)", pdf)));
  }

  private static String group(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .findFirst()
        .orElseThrow();
  }

  private static String wholeRows() {
    return Tickets.ROWS.stream().map(row -> row.label() + " " + row.value()).collect(joining(" "));
  }

  private static String text(TicketSheet sheet) throws IOException {
    try (ReadPdf read = new ReadPdf(PrintedTicket.pdf(sheet))) {
      return read.text();
    }
  }

  private static float lineOf(String letter, List<TextPosition> letters) {
    return letters.stream()
        .filter(it -> it.getUnicode().equals(letter) && it.getFontSizeInPt() < 20)
        .findFirst()
        .orElseThrow()
        .getY();
  }

  private static List<TextPosition> lettersOverEachOther(List<TextPosition> letters) {
    List<TextPosition> over = new ArrayList<>();
    for (int i = 0; i < letters.size(); i++) {
      for (TextPosition other : letters.subList(i + 1, letters.size())) {
        if (isOver(letters.get(i), other)) {
          over.add(other);
        }
      }
    }
    return over;
  }

  private static boolean isOver(TextPosition one, TextPosition other) {
    double apart = Math.abs(one.getX() - other.getX());
    double width = (one.getX() < other.getX() ? one : other).getWidth();
    double height = Math.min(one.getFontSizeInPt(), other.getFontSizeInPt());
    return Math.abs(one.getY() - other.getY()) < height / 2 && apart < width - 0.1;
  }
}

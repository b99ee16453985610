package id.antrean.counter.ticket;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;

/**
 * A ticket as one page of A4 to be printed. Nothing that stands on it makes a second page: the QR
 * and its code always have their place, and what else is too much for the page gives way in this
 * order.
 *
 * <ol>
 *   <li>The rows are set closer, and in letters of 10 points instead of 11.5.
 *   <li>The notes are shortened, down to their first line.
 *   <li>The list of what to bring is shortened, down to its first line.
 *   <li>The rows are set closer still and in smaller letters, down to 6.5 points.
 *   <li>The longest values are cut, all to the same number of lines.
 * </ol>
 *
 * <p>Whatever is shortened or cut ends in an ellipsis.
 */
public final class PrintedTicket {
  private static final double POINTS_A_MILLIMETRE = 72 / 25.4;
  private static final double MARGIN_POINTS = 18 * POINTS_A_MILLIMETRE;
  private static final double CONTENT_POINTS = PdfPage.WIDTH - 2 * MARGIN_POINTS;
  private static final double QR_POINTS = 60 * POINTS_A_MILLIMETRE;

  /** Around the QR: the quiet zone even of the coarsest, which has 21 modules to a side. */
  private static final double GUTTER_POINTS = 12 * POINTS_A_MILLIMETRE;

  private static final double ROWS_POINTS = CONTENT_POINTS - GUTTER_POINTS - QR_POINTS;

  private static final Font TITLE = new Font(Typeface.BOLD, 23);
  private static final Font SUBTITLE = new Font(Typeface.REGULAR, 11);
  private static final Font FOOTER = new Font(Typeface.REGULAR, 8);
  private static final int HEADER_LINES = 2;
  private static final double SUBTITLE_GAP_POINTS = 9;
  private static final double HEADER_RULE_GAP_POINTS = 14;
  private static final double HEADER_RULE_POINTS = 2;

  private static final double CODE_POINTS = 23;
  private static final double CODE_BAND_POINTS = 40;
  private static final double CODE_PADDING_POINTS = 10;

  private static final double FOOTER_RULE_POINTS = 0.6;
  private static final double FOOTER_GAP_POINTS = 8;

  private PrintedTicket() {}

  /**
   * A PDF; the same bytes for the same ticket.
   *
   * @throws DataTooLongException if the text of the QR is more than any holds, which is about 2300
   *     characters
   */
  public static byte[] pdf(TicketSheet sheet) {
    PdfPage page = new PdfPage();
    double top = header(page, sheet) + GUTTER_POINTS;
    double bottom = PdfPage.HEIGHT - MARGIN_POINTS - FOOTER.height(1) - 2 * FOOTER_GAP_POINTS;

    Listing bring = Listing.toTick(sheet.bringTitle(), sheet.bring(), CONTENT_POINTS);
    Listing notes = Listing.toRead(sheet.notes(), CONTENT_POINTS);
    RowTable rows =
        RowTable.of(
            sheet.rows(),
            ROWS_POINTS,
            bottom - top - bring.height() - notes.height(),
            bottom - top - bring.leastHeight() - notes.leastHeight());
    rows.draw(page, MARGIN_POINTS, top);
    double qrBottom = qr(page, sheet, MARGIN_POINTS + ROWS_POINTS + GUTTER_POINTS, top);

    double y = Math.max(top + rows.height(), qrBottom);
    Listing brought = bring.shortenedTo(bottom - y - notes.leastHeight());
    brought.draw(page, MARGIN_POINTS, y);
    y += brought.height();
    notes.shortenedTo(bottom - y).draw(page, MARGIN_POINTS, y);
    footer(page, sheet);
    return PdfFile.of(page, sheet.title(), sheet.language());
  }

  /** Returns where it ends. */
  private static double header(PdfPage page, TicketSheet sheet) {
    Wrapped title = Wrapped.of(sheet.title(), TITLE, CONTENT_POINTS).cutTo(HEADER_LINES);
    Wrapped subtitle = Wrapped.of(sheet.subtitle(), SUBTITLE, CONTENT_POINTS).cutTo(HEADER_LINES);
    double y = MARGIN_POINTS;
    title.draw(page, Ink.ACCENT, MARGIN_POINTS, y);
    y += title.height() + SUBTITLE_GAP_POINTS;
    subtitle.draw(page, Ink.GREY, MARGIN_POINTS, y);
    y += subtitle.height() + HEADER_RULE_GAP_POINTS;
    page.fill(Ink.ACCENT, MARGIN_POINTS, y, CONTENT_POINTS, HEADER_RULE_POINTS);
    return y + HEADER_RULE_POINTS;
  }

  /** Returns where the code below it ends. */
  private static double qr(PdfPage page, TicketSheet sheet, double left, double top) {
    QrCode symbol = QrPicture.symbol(sheet.qr());
    page.symbol(symbol, left, top, QR_POINTS);
    double quiet = QrPicture.QUIET_MODULES * QR_POINTS / symbol.size;
    double band = top + QR_POINTS + quiet;
    page.fill(Ink.TINT, left, band, QR_POINTS, CODE_BAND_POINTS);

    String code = WinAnsi.codes(sheet.code());
    Font whole = new Font(Typeface.BOLD, CODE_POINTS);
    double room = QR_POINTS - 2 * CODE_PADDING_POINTS;
    // A code that is cut could not be typed, so that a long one gets smaller letters.
    Font font = new Font(Typeface.BOLD, CODE_POINTS * Math.min(1, room / whole.width(code)));
    page.text(
        code,
        font,
        Ink.BLACK,
        left + (QR_POINTS - font.width(code)) / 2,
        band + (CODE_BAND_POINTS + font.capital()) / 2);
    return band + CODE_BAND_POINTS;
  }

  /** Says once more which ticket it is, for who holds a sheet that was folded or cut. */
  private static void footer(PdfPage page, TicketSheet sheet) {
    double baseline = PdfPage.HEIGHT - MARGIN_POINTS;
    double rule = baseline - FOOTER.capital() - FOOTER_GAP_POINTS;
    page.fill(Ink.PALE, MARGIN_POINTS, rule, CONTENT_POINTS, FOOTER_RULE_POINTS);
    Wrapped title = Wrapped.of(sheet.title(), FOOTER, ROWS_POINTS).cutTo(1);
    Wrapped code = Wrapped.of(sheet.code(), FOOTER, QR_POINTS).cutTo(1);
    title.draw(page, Ink.GREY, MARGIN_POINTS, baseline - FOOTER.capital());
    double codeWidth = code.lines().stream().mapToDouble(FOOTER::width).sum();
    double right = MARGIN_POINTS + CONTENT_POINTS;
    code.draw(page, Ink.GREY, right - codeWidth, baseline - FOOTER.capital());
  }
}

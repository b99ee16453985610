package id.antrean.counter.ticket;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A printed ticket as another program reads it. */
final class ReadPdf implements AutoCloseable {
  private static final int DOTS_AN_INCH = 200;

  /**
   * Each time that it draws a built-in font PDFBox warns that it has another; kept, lest it is
   * forgotten.
   */
  private static final Logger FONTS = Logger.getLogger("org.apache.pdfbox.pdmodel.font");

  static {
    FONTS.setLevel(Level.SEVERE);
    // It also keeps a list of the machine's fonts, by default in whoever's home it is.
    System.setProperty("pdfbox.fontcache", "target");
  }

  private final PDDocument document;

  ReadPdf(byte[] pdf) throws IOException {
    document = Loader.loadPDF(pdf);
  }

  PDDocument document() {
    return document;
  }

  /** Everything that is to be read, with single spaces. */
  String text() throws IOException {
    return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
  }

  BufferedImage picture() throws IOException {
    return new PDFRenderer(document).renderImageWithDPI(0, DOTS_AN_INCH);
  }

  /** Each letter with its place on the page, in points. */
  List<TextPosition> letters() throws IOException {
    List<TextPosition> letters = new ArrayList<>();
    PDFTextStripper stripper =
        new PDFTextStripper() {
          @Override
          protected void processTextPosition(TextPosition letter) {
            letters.add(letter);
          }
        };
    stripper.getText(document);
    return letters;
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}

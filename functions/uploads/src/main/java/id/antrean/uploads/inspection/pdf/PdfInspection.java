package id.antrean.uploads.inspection.pdf;

import id.antrean.domain.document.Inspection;
import id.antrean.domain.document.Inspection.Reason;
import id.antrean.domain.document.Inspection.Sound;
import id.antrean.domain.document.Inspection.Unsound;
import id.antrean.uploads.inspection.pdf.PageSearch.Pages;
import id.antrean.uploads.inspection.pdf.PdfValue.Dictionary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges a PDF: whether it opens without asking, does nothing by itself, and has pages that are all
 * there.
 *
 * <p>Tables of cross references are not read at all: the objects are found by their words, which
 * mends every wrong, missing or malicious table at once and costs the same for each file. The
 * bounds are those of {@link Work}: on the worst file of 10 MB about a second of one core and 150
 * MB.
 */
public final class PdfInspection {
  private static final int HEADER_WITHIN = 1024;
  private static final byte[] HEADER = {'%', 'P', 'D', 'F', '-'};

  private final PdfObjects objects;
  private final Work work;

  private PdfInspection(byte[] file, Work work) {
    this.work = work;
    this.objects = new PdfObjects(file, work);
  }

  /** Judges content that claims to be a PDF. */
  public static Inspection inspect(byte[] content) {
    return inspect(content, new Work());
  }

  static Inspection inspect(byte[] content, Work work) {
    if (!hasHeader(content)) {
      return new Unsound(Reason.WRONG_TYPE);
    }
    try {
      return new PdfInspection(content, work).judge();
    } catch (UnreadablePdf | TooMuchWork refused) {
      return new Unsound(Reason.PDF_BROKEN);
    }
  }

  /** Viewers skip what mail and scanner programs put before it. */
  private static boolean hasHeader(byte[] content) {
    for (int at = 0; at < HEADER_WITHIN && at <= content.length - HEADER.length; at++) {
      if (java.util.Arrays.equals(content, at, at + HEADER.length, HEADER, 0, HEADER.length)) {
        return true;
      }
    }
    return false;
  }

  private Inspection judge() throws UnreadablePdf {
    List<Dictionary> trailers = objects.trailers();
    Optional<Dictionary> sealed =
        trailers.reversed().stream().filter(PdfInspection::isEncrypted).findFirst();
    Decryption decryption = null;
    if (sealed.isPresent()) {
      Dictionary encryption = objects.dictionary(sealed.get().get("Encrypt"));
      decryption =
          encryption == null
              ? null
              : EmptyPassword.opens(objects, encryption, sealed.get().get("ID")).orElse(null);
      if (decryption == null) {
        return new Unsound(Reason.PDF_ENCRYPTED);
      }
    }
    new ObjectStreams(objects, decryption, work).unpackAll();
    if (ActiveContent.isIn(objects, decryption)) {
      return new Unsound(Reason.PDF_ACTIVE);
    }
    return pages(trailers);
  }

  private static boolean isEncrypted(Dictionary trailer) {
    PdfValue encryption = trailer.get("Encrypt");
    return encryption != null && !encryption.equals(new PdfValue.Word("null"));
  }

  /** Of the newest catalog that has pages; a viewer that mends takes any. */
  private Inspection pages(List<Dictionary> trailers) {
    boolean empty = false;
    for (Dictionary catalog : catalogs(trailers)) {
      PdfValue root = catalog.get("Pages");
      Pages pages = root == null ? new Pages(0, 1) : PageSearch.below(objects, root);
      if (pages.whole() > 0 && (pages.damaged() == 0 || objects.ended())) {
        return new Sound();
      }
      empty |= pages.whole() == 0 && pages.damaged() == 0;
    }
    return new Unsound(empty ? Reason.PDF_WITHOUT_PAGE : Reason.PDF_BROKEN);
  }

  private List<Dictionary> catalogs(List<Dictionary> trailers) {
    List<Dictionary> catalogs = new ArrayList<>();
    for (Dictionary trailer : trailers.reversed()) {
      add(catalogs, objects.dictionary(trailer.get("Root")));
    }
    if (catalogs.isEmpty()) {
      objects.all().forEach(object -> addIfCatalog(catalogs, object));
    }
    return catalogs;
  }

  private void addIfCatalog(List<Dictionary> catalogs, StoredObject object) {
    if (objects.reading(object).value() instanceof Dictionary dictionary
        && dictionary.is("Type", "Catalog")) {
      add(catalogs, dictionary);
    }
  }

  private static void add(List<Dictionary> catalogs, @Nullable Dictionary catalog) {
    if (catalog != null && catalogs.size() < 8 && !catalogs.contains(catalog)) {
      catalogs.add(catalog);
    }
  }
}

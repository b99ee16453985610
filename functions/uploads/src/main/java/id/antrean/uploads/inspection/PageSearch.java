package id.antrean.uploads.inspection;

import id.antrean.domain.document.Inspection;
import id.antrean.domain.document.Inspection.Reason;
import id.antrean.domain.document.Inspection.Sound;
import id.antrean.domain.document.Inspection.Unsound;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/**
 * Goes down a PDF's tree of pages until it meets one. Trees with loops, or of absurd size, come to
 * an end.
 */
final class PageSearch {

  private static final int MOST_NODES = 10_000;

  private final Deque<COSDictionary> ahead = new ArrayDeque<>();
  private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean damaged;

  private PageSearch() {}

  static Inspection from(COSDictionary trailer) {
    COSDictionary catalog = trailer.getCOSDictionary(COSName.ROOT);
    COSDictionary root = catalog == null ? null : catalog.getCOSDictionary(COSName.PAGES);
    return root == null ? new Unsound(Reason.PDF_BROKEN) : new PageSearch().below(root);
  }

  private Inspection below(COSDictionary root) {
    ahead.add(root);
    while (!ahead.isEmpty() && seen.size() < MOST_NODES) {
      COSDictionary node = ahead.pop();
      if (seen.add(node)) {
        if (isPage(node)) {
          return new Sound();
        }
        queueKids(node);
      }
    }
    return new Unsound(damaged || !ahead.isEmpty() ? Reason.PDF_BROKEN : Reason.PDF_WITHOUT_PAGE);
  }

  private void queueKids(COSDictionary node) {
    COSArray kids = node.getCOSArray(COSName.KIDS);
    if (kids == null) {
      damaged = true;
      return;
    }
    for (int i = 0; i < kids.size() && seen.size() + ahead.size() < MOST_NODES; i++) {
      if (kids.getObject(i) instanceof COSDictionary kid) {
        ahead.add(kid);
      } else {
        damaged = true;
      }
    }
  }

  /** Some writers leave the type out; below the root, what has no kids is a page. */
  private static boolean isPage(COSDictionary node) {
    COSName type = node.getCOSName(COSName.TYPE);
    return COSName.PAGE.equals(type)
        || (type == null && node.containsKey(COSName.PARENT) && !node.containsKey(COSName.KIDS));
  }
}

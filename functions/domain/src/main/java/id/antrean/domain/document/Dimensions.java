package id.antrean.domain.document;

import id.antrean.domain.document.Inspection.Reason;
import id.antrean.domain.document.Inspection.Sound;
import id.antrean.domain.document.Inspection.Unsound;

/** An image's size in pixels, as its header claims it. */
record Dimensions(long width, long height) {

  /**
   * A page scanned at 1,200 dpi is about 14,000 pixels high; far larger claims are meant to exhaust
   * who opens them.
   */
  static final int LARGEST = 20_000;

  Inspection judge() {
    if (width == 0 || height == 0) {
      return new Unsound(Reason.IMAGE_BROKEN);
    }
    return width > LARGEST || height > LARGEST ? new Unsound(Reason.IMAGE_TOO_LARGE) : new Sound();
  }
}

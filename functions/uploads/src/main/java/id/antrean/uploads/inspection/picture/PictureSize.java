package id.antrean.uploads.inspection.picture;

import id.antrean.domain.document.Inspection.Reason;
import java.util.Optional;

/**
 * A picture's size in pixels, as its header claims it.
 *
 * <p>A page of A4 scanned at 1,200 dpi is 14,000 pixels high and has 139 million, a telephone's
 * largest photograph 108 million. What claims to be larger is meant to exhaust who opens it, and
 * would.
 */
record PictureSize(long width, long height) {
  static final int LONGEST_SIDE = 20_000;
  static final long LARGEST_AREA = 144_000_000;

  /** What is wrong with it. */
  Optional<Reason> flaw(int smallestSide) {
    if (width == 0 || height == 0) {
      return Optional.of(Reason.IMAGE_BROKEN);
    }
    if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > LARGEST_AREA) {
      return Optional.of(Reason.IMAGE_TOO_LARGE);
    }
    return Math.min(width, height) < smallestSide
        ? Optional.of(Reason.IMAGE_TOO_SMALL)
        : Optional.empty();
  }
}

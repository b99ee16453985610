package id.antrean.counter.ticket;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;

/** A QR as a picture of black and white. */
public final class QrPicture {
  /** The white around a QR without which scanners do not find it, by ISO/IEC 18004. */
  static final int QUIET_MODULES = 4;

  private static final int LEAST_PIXELS = 480;

  private QrPicture() {}

  /**
   * A PNG of a whole number of pixels to each module, at least 480 pixels wide.
   *
   * @throws DataTooLongException for more than any QR holds, which is about 2300 characters
   */
  public static byte[] png(String text) {
    QrCode symbol = symbol(text);
    int modules = symbol.size + 2 * QUIET_MODULES;
    int scale = Math.ceilDiv(LEAST_PIXELS, modules);
    return BlackAndWhitePng.square(
        modules * scale,
        (x, y) -> symbol.getModule(x / scale - QUIET_MODULES, y / scale - QUIET_MODULES));
  }

  /** The symbol for a text; it can be read with 15 in 100 of its codewords lost, or more. */
  static QrCode symbol(String text) {
    return QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
  }
}

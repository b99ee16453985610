package id.antrean.counter.ticket;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.util.Map;

/** Finds the QR in a picture and reads it, as the one at the counter does. */
final class Scanner {
  private Scanner() {}

  /** Of a picture that may show other things as well. */
  static String read(BufferedImage picture) {
    return read(picture, Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE));
  }

  /**
   * Of a picture of nothing else, taken as it is. For one text in fifty the search in {@link #read}
   * is misled by data that look like the corner of a QR, if no camera has blurred them.
   */
  static String readExactly(BufferedImage picture) {
    return read(picture, Map.of(DecodeHintType.PURE_BARCODE, Boolean.TRUE));
  }

  private static String read(BufferedImage picture, Map<DecodeHintType, ?> hints) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    RGBLuminanceSource light = new RGBLuminanceSource(width, height, pixels);
    try {
      return new QRCodeReader()
          .decode(new BinaryBitmap(new HybridBinarizer(light)), hints)
          .getText();
    } catch (ReaderException e) {
      throw new AssertionError("no QR can be read in the picture", e);
    }
  }
}

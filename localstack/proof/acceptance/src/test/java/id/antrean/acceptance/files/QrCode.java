package id.antrean.acceptance.files;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Reads a QR as a scanner at a counter does. */
public final class QrCode {
  private static final Map<DecodeHintType, ?> NOTHING_ELSE =
      Map.of(DecodeHintType.PURE_BARCODE, Boolean.TRUE);
  private static final Map<DecodeHintType, ?> AMONG_OTHER_THINGS =
      Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE);

  private static final List<Double> DISTANCES = List.of(1.0, 0.8, 1.3);

  private QrCode() {}

  /** Of the bytes of a picture that shows nothing else. */
  public static String in(byte[] picture) {
    try {
      return read(ImageIO.read(new ByteArrayInputStream(picture)), NOTHING_ELSE)
          .orElseThrow(() -> new AssertionError("no QR can be read in the picture"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Of a picture of a page, on which there is more. Data that look like the corner of a QR can
   * mislead the search where no camera has blurred them: as at a counter, it is held a bit closer
   * and a bit farther.
   */
  public static String on(BufferedImage page) {
    return DISTANCES.stream()
        .map(scale -> read(scaled(page, scale), AMONG_OTHER_THINGS))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no QR can be read on the page"));
  }

  private static BufferedImage scaled(BufferedImage page, double scale) {
    int width = (int) (page.getWidth() * scale);
    int height = (int) (page.getHeight() * scale);
    BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = scaled.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(page, 0, 0, width, height, null);
    graphics.dispose();
    return scaled;
  }

  private static Optional<String> read(BufferedImage picture, Map<DecodeHintType, ?> hints) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    RGBLuminanceSource light = new RGBLuminanceSource(width, height, pixels);
    try {
      return Optional.of(
          new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(light)), hints).getText());
    } catch (ReaderException unreadable) {
      return Optional.empty();
    }
  }
}

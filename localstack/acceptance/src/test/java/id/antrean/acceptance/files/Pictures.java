package id.antrean.acceptance.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Scans of papers: the smallest real pictures, and damaged ones. */
public final class Pictures {
  private static final int PNG_SIGNATURE = 8;
  private static final int PNG_HEADER_CHUNK = 25;
  private static final int JPEG_END_MARKER = 2;
  private static final int PNG_END_CHUNK = 12;

  private Pictures() {}

  public static UploadedFile jpeg() {
    return picture("jpg", "image/jpeg", 8);
  }

  /** Another picture than {@link #jpeg()}. */
  public static UploadedFile otherJpeg() {
    return picture("jpg", "image/jpeg", 16);
  }

  public static UploadedFile png() {
    return picture("png", "image/png", 8);
  }

  /** As a dropped connection leaves it. */
  public static UploadedFile jpegWithoutItsEnd() {
    return jpeg().cutBy(JPEG_END_MARKER);
  }

  public static UploadedFile pngWithoutItsEnd() {
    return png().cutBy(PNG_END_CHUNK);
  }

  /** Starts and ends as a JPEG does, and says nowhere how large it is. */
  public static UploadedFile jpegWithoutDimensions() {
    return new UploadedFile(
        "image/jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9});
  }

  public static UploadedFile pngWithoutItsHeader() {
    byte[] whole = png().bytes();
    byte[] cut = Arrays.copyOf(whole, whole.length - PNG_HEADER_CHUNK);
    System.arraycopy(
        whole,
        PNG_SIGNATURE + PNG_HEADER_CHUNK,
        cut,
        PNG_SIGNATURE,
        whole.length - PNG_SIGNATURE - PNG_HEADER_CHUNK);
    return new UploadedFile("image/png", cut);
  }

  private static UploadedFile picture(String format, String contentType, int side) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(
          new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB), format, bytes)) {
        throw new IllegalStateException("This Java does not write " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new UploadedFile(contentType, bytes.toByteArray());
  }
}

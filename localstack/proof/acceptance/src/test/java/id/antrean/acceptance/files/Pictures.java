package id.antrean.acceptance.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Scans of papers: the smallest in which a card can be read, and damaged ones. */
public final class Pictures {
  private static final int SMALLEST_SIDE = 200;
  private static final int PNG_SIGNATURE = 8;
  private static final int PNG_HEADER_CHUNK = 25;
  private static final int JPEG_END_MARKER = 2;
  private static final int PNG_END_CHUNK = 12;

  private Pictures() {}

  public static UploadedFile jpeg() {
    return picture("jpg", "image/jpeg", SMALLEST_SIDE);
  }

  /** Another picture than {@link #jpeg()}. */
  public static UploadedFile otherJpeg() {
    return picture("jpg", "image/jpeg", SMALLEST_SIDE + 8);
  }

  public static UploadedFile png() {
    return picture("png", "image/png", SMALLEST_SIDE);
  }

  /** As a dropped connection leaves it. */
  public static UploadedFile jpegCutOff() {
    return jpeg().cutBy(jpeg().bytes().length / 2);
  }

  public static UploadedFile pngCutOff() {
    return png().cutBy(png().bytes().length / 2);
  }

  /** As some scanner programs leave it: viewers show it all the same. */
  public static UploadedFile jpegWithoutItsEnd() {
    return jpeg().cutBy(JPEG_END_MARKER);
  }

  /** With all its rows. */
  public static UploadedFile pngWithoutItsEnd() {
    return png().cutBy(PNG_END_CHUNK);
  }

  /** One in which nobody can read anything. */
  public static UploadedFile onePixel() {
    return picture("jpg", "image/jpeg", 1);
  }

  /** 400 million pixels in some kilobytes. */
  public static UploadedFile pixelBomb() {
    byte[] rows = new byte[20_000 * (1 + 20_000 / 8)];
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      deflater.write(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ByteBuffer header = ByteBuffer.allocate(13).putInt(20_000).putInt(20_000).put((byte) 1);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(Arrays.copyOf(png().bytes(), PNG_SIGNATURE));
    file.writeBytes(chunk("IHDR", header.array()));
    file.writeBytes(chunk("IDAT", packed.toByteArray()));
    file.writeBytes(chunk("IEND", new byte[0]));
    return new UploadedFile("image/png", file.toByteArray());
  }

  private static byte[] chunk(String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 checksum = new CRC32();
    checksum.update(name);
    checksum.update(data);
    return ByteBuffer.allocate(12 + data.length)
        .putInt(data.length)
        .put(name)
        .put(data)
        .putInt((int) checksum.getValue())
        .array();
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

package id.antrean.uploads.inspection.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Real pictures, written by the JDK's own encoders, and PNGs put together from their pieces. */
public final class Pictures {
  private static final byte[] PNG = HexFormat.of().parseHex("89504E470D0A1A0A");

  private Pictures() {}

  public static byte[] jpeg(int width, int height) {
    return jpeg(noise(width, height, BufferedImage.TYPE_INT_RGB), false);
  }

  public static byte[] progressiveJpeg(int width, int height) {
    return jpeg(noise(width, height, BufferedImage.TYPE_INT_RGB), true);
  }

  static byte[] greyJpeg(int width, int height, boolean progressive) {
    return jpeg(noise(width, height, BufferedImage.TYPE_BYTE_GRAY), progressive);
  }

  public static byte[] png(int width, int height) {
    return png(noise(width, height, BufferedImage.TYPE_INT_RGB));
  }

  static byte[] png(BufferedImage image) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] jpeg(BufferedImage image, boolean progressive) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    settings.setProgressiveMode(
        progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  static BufferedImage noise(int width, int height, int type) {
    Random random = new Random(width * 31L + height);
    BufferedImage image = new BufferedImage(width, height, type);
    IntStream.range(0, width * height)
        .forEach(i -> image.setRGB(i % width, i / width, random.nextInt(0x1000000)));
    return image;
  }

  /** A PNG of these pieces after its header. */
  public static byte[] png(byte[] header, byte[]... chunks) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(PNG);
    file.writeBytes(header);
    for (byte[] chunk : chunks) {
      file.writeBytes(chunk);
    }
    return file.toByteArray();
  }

  public static byte[] header(int width, int height, int depth, int colours, int interlace) {
    return chunk(
        "IHDR",
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put((byte) depth)
            .put((byte) colours)
            .put(12, (byte) interlace)
            .array());
  }

  public static byte[] chunk(String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    return ByteBuffer.allocate(12 + data.length)
        .putInt(data.length)
        .put(name)
        .put(data)
        .putInt((int) crc.getValue())
        .array();
  }

  /** So many bytes of zeros, packed: rows without a filter. */
  public static byte[] zeros(long bytes) {
    byte[] piece = new byte[100_000];
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      for (long left = bytes; left > 0; left -= piece.length) {
        deflater.write(piece, 0, (int) Math.min(left, piece.length));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** A progressive square in three colours, with so many scans of nothing in the first. */
  public static byte[] manyScans(int side, int scans, int largest) {
    int blocks = (side / 8) * (side / 8);
    JpegPieces picture =
        new JpegPieces().quantisation(0).huffman().frame(0xC2, side, side, 0x11, 0x11, 0x11);
    picture.progressiveScan(0, 0, 0, 1, 2, 3).bits("0", blocks * 3);
    int run = 2 * (blocks / 32_767 + 1) + 20;
    for (int scan = 0; scan < scans && picture.size() < largest - 2 * run; scan++) {
      picture.progressiveScan(1, 63, 1, 1).bits("10" + "1".repeat(14), run / 2);
    }
    return picture.end();
  }

  /** A picture's head, and noise of so many bytes. */
  public static byte[] jpegOfNoise(int size) {
    byte[] picture =
        new JpegPieces()
            .quantisation(0)
            .frame(0xC0, 8_000, 8_000, 0x22, 0x11, 0x11)
            .huffman()
            .scan(1, 2, 3)
            .withoutEnd();
    byte[] noise = new byte[size - picture.length];
    new Random(1).nextBytes(noise);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = noise[i] == -1 ? 0 : noise[i];
    }
    return join(picture, noise);
  }

  /** All of them, one after the other. */
  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }
}

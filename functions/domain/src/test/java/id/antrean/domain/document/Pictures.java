package id.antrean.domain.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Real pictures, written by the JDK's own encoders. */
final class Pictures {

  private Pictures() {}

  static byte[] jpeg(int width, int height) {
    return jpeg(width, height, ImageWriteParam.MODE_DISABLED);
  }

  static byte[] progressiveJpeg(int width, int height) {
    return jpeg(width, height, ImageWriteParam.MODE_DEFAULT);
  }

  static byte[] png(int width, int height) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(noise(width, height), "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] jpeg(int width, int height, int progressive) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    settings.setProgressiveMode(progressive);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(noise(width, height), null, null), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static BufferedImage noise(int width, int height) {
    Random random = new Random(width * 31L + height);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    IntStream.range(0, width * height)
        .forEach(i -> image.setRGB(i % width, i / width, random.nextInt(0x1000000)));
    return image;
  }
}

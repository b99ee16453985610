package id.antrean.counter.ticket;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nayuki.qrcodegen.DataTooLongException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scanner makes of the picture. */
class QrPictureTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 300, 450, 1000})
  void isReadByAScanner(int length) throws IOException {
    String text = Tickets.token(length);

    assertThat(Scanner.readExactly(picture(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 300, 450, 1000})
  void isLargeEnoughForAScreen(int length) throws IOException {
    BufferedImage picture = picture(Tickets.token(length));

    assertThat(picture.getWidth()).isEqualTo(picture.getHeight()).isBetween(480, 700);
  }

  @Test
  void isOneBitAPixel() throws IOException {
    BufferedImage picture = picture(Tickets.token(300));

    assertThat(picture.getColorModel().getPixelSize()).isEqualTo(1);
    assertThat(IntStream.range(0, picture.getWidth()).map(x -> picture.getRGB(x, x)).distinct())
        .containsExactlyInAnyOrder(0xFF000000, 0xFFFFFFFF);
  }

  @Test
  void hasAQuietZoneOfFourModules() throws IOException {
    BufferedImage picture = picture("K");
    int module = picture.getWidth() / (21 + 2 * 4);
    int quiet = 4 * module;

    assertThat(picture.getWidth()).isEqualTo(2 * quiet + 21 * module);
    assertThat(IntStream.range(0, picture.getWidth()).filter(y -> !isWhite(picture, quiet - 1, y)))
        .isEmpty();
    assertThat(IntStream.range(quiet, quiet + 7 * module))
        .as("the side of the first finder, seven modules long")
        .noneMatch(y -> isWhite(picture, quiet, y));
    assertThat(isWhite(picture, quiet, quiet + 7 * module)).isTrue();
    assertThat(isWhite(picture, quiet - 1 + 21 * module, quiet)).isFalse();
    assertThat(isWhite(picture, quiet + 21 * module, quiet)).isTrue();
  }

  /** Browsers refuse a file whose sums are wrong; ImageIO does not look at them. */
  @Test
  void itsChunksHaveTheirSums() {
    ByteBuffer png = ByteBuffer.wrap(QrPicture.png(Tickets.token(400))).position(8);
    StringBuilder names = new StringBuilder();
    while (png.hasRemaining()) {
      byte[] content = new byte[4 + png.getInt()];
      png.get(content);
      CRC32 sum = new CRC32();
      sum.update(content);
      assertThat(png.getInt()).isEqualTo((int) sum.getValue());
      names.append(new String(content, 0, 4, StandardCharsets.US_ASCII)).append(' ');
    }

    assertThat(names).hasToString("IHDR IDAT IEND ");
  }

  @Test
  void isTheSameBytesForTheSameText() {
    assertThat(QrPicture.png(Tickets.token(400))).isEqualTo(QrPicture.png(Tickets.token(400)));
  }

  @Test
  void saysWhenNoQrHoldsTheText() {
    assertThatThrownBy(() -> QrPicture.png(Tickets.token(2400)))
        .isInstanceOf(DataTooLongException.class);
  }

  private static boolean isWhite(BufferedImage picture, int x, int y) {
    return picture.getRGB(x, y) == 0xFFFFFFFF;
  }

  private static BufferedImage picture(String text) throws IOException {
    return requireNonNull(ImageIO.read(new ByteArrayInputStream(QrPicture.png(text))));
  }
}

package id.antrean.uploads.inspection.picture;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.document.Inspection.Sound;
import id.antrean.domain.document.Inspection.Unsound;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever bytes a picture is changed to, there is a verdict. */
class HostilePicturesTest {
  private static final int SMALLEST = 8;

  @Test
  void aJpegOfAnyBytesIsJudgedAndNeverThrows() {
    Random random = new Random(42);
    byte[][] wholes = {Pictures.jpeg(24, 24), Pictures.progressiveJpeg(24, 24)};
    for (int round = 0; round < 5_000; round++) {
      byte[] hostile = wholes[round % 2].clone();
      int changes = random.nextInt(1, 20);
      for (int change = 0; change < changes; change++) {
        int at = random.nextInt(2, hostile.length);
        hostile[at] = random.nextBoolean() ? (byte) 0xFF : (byte) random.nextInt(256);
      }
      byte[] cut = Arrays.copyOf(hostile, random.nextInt(2, hostile.length + 1));
      assertThat(JpegInspection.inspect(cut, SMALLEST)).isInstanceOfAny(Sound.class, Unsound.class);
    }
  }

  @Test
  void aPngOfAnyBytesIsJudgedAndNeverThrows() {
    Random random = new Random(42);
    byte[] whole = Pictures.png(12, 12);
    for (int round = 0; round < 5_000; round++) {
      byte[] hostile = whole.clone();
      int changes = random.nextInt(1, 20);
      for (int change = 0; change < changes; change++) {
        hostile[random.nextInt(8, hostile.length)] = (byte) random.nextInt(256);
      }
      assertThat(PngInspection.inspect(hostile, SMALLEST))
          .isInstanceOfAny(Sound.class, Unsound.class);
    }
  }
}

package id.antrean.uploads.inspection.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.document.Inspection.Sound;
import id.antrean.domain.document.Inspection.Unsound;
import java.io.IOException;
import java.util.Random;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.junit.jupiter.api.Test;

/** Whatever bytes a PDF is changed to, there is a verdict. */
class HostilePdfTest {

  @Test
  void aPdfOfAnyBytesIsJudgedAndNeverThrows() throws IOException {
    Random random = new Random(42);
    byte[][] wholes = {
      Pdfs.plain(2),
      Pdfs.compressed(2),
      Pdfs.encrypted("", 128, true, CompressParameters.DEFAULT_COMPRESSION, Pdfs::scan)
    };
    for (int round = 0; round < 1_000; round++) {
      byte[] hostile = wholes[round % 3].clone();
      int changes = random.nextInt(1, 12);
      for (int change = 0; change < changes; change++) {
        hostile[random.nextInt(5, hostile.length)] = (byte) random.nextInt(256);
      }
      assertThat(PdfInspection.inspect(hostile)).isInstanceOfAny(Sound.class, Unsound.class);
    }
  }
}

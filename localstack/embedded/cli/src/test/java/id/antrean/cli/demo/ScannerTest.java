package id.antrean.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

class ScannerTest {
  private final Scanner scanner = new Scanner(new Random(7));

  @Test
  void picturesAreReal() throws Exception {
    Paper photo = scanner.scan("ID_CARD");
    Paper scan = scanner.scan("BIRTH_CERTIFICATE");

    assertThat(photo.contentType()).isEqualTo("image/jpeg");
    assertThat(read(photo).getWidth()).isEqualTo(480);
    assertThat(scan.contentType()).isEqualTo("image/png");
    assertThat(read(scan).getHeight()).isEqualTo(300);
  }

  @Test
  void aPdfHasAPage() throws Exception {
    Paper paper = scanner.scan("FAMILY_CARD");

    assertThat(paper.contentType()).isEqualTo("application/pdf");
    try (PDDocument document = Loader.loadPDF(paper.content())) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(document.isEncrypted()).isFalse();
    }
  }

  @Test
  void noTwoAreAlike() {
    assertThat(scanner.scan("ID_CARD").sha256()).isNotEqualTo(scanner.scan("ID_CARD").sha256());
  }

  private static BufferedImage read(Paper paper) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(paper.content()));
  }
}

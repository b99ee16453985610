package id.antrean.uploads.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.document.ContentType;
import id.antrean.domain.document.InspectFile;
import id.antrean.domain.document.Inspection.Reason;
import id.antrean.domain.document.Inspection.Sound;
import id.antrean.domain.document.Inspection.Unsound;
import id.antrean.uploads.inspection.picture.Pictures;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FileInspectionTest {
  private final InspectFile inspection = new FileInspection(8);

  @ParameterizedTest
  @EnumSource(ContentType.class)
  void nothingIsNoDocument(ContentType declared) {
    assertThat(inspection.inspect(declared, new byte[0])).isEqualTo(new Unsound(Reason.EMPTY));
  }

  @Test
  void eachKindIsLookedIntoAsWhatItWasDeclared() {
    byte[] jpeg = Pictures.jpeg(8, 8);
    byte[] png = Pictures.png(8, 8);
    byte[] text = "Kartu Keluarga".getBytes(StandardCharsets.US_ASCII);

    assertThat(inspection.inspect(ContentType.JPEG, jpeg)).isEqualTo(new Sound());
    assertThat(inspection.inspect(ContentType.PNG, png)).isEqualTo(new Sound());
    for (ContentType declared : ContentType.values()) {
      assertThat(inspection.inspect(declared, text)).isEqualTo(new Unsound(Reason.WRONG_TYPE));
    }
    assertThat(inspection.inspect(ContentType.PNG, jpeg)).isEqualTo(new Unsound(Reason.WRONG_TYPE));
    assertThat(inspection.inspect(ContentType.JPEG, png)).isEqualTo(new Unsound(Reason.WRONG_TYPE));
    assertThat(inspection.inspect(ContentType.PDF, png)).isEqualTo(new Unsound(Reason.WRONG_TYPE));
  }

  @Test
  void theSmallestReadableSideIsTheDeploymentsToSay() {
    InspectFile stricter = new FileInspection(9);

    assertThat(stricter.inspect(ContentType.JPEG, Pictures.jpeg(8, 20)))
        .isEqualTo(new Unsound(Reason.IMAGE_TOO_SMALL));
    assertThat(stricter.inspect(ContentType.PNG, Pictures.png(20, 8)))
        .isEqualTo(new Unsound(Reason.IMAGE_TOO_SMALL));
    assertThat(stricter.inspect(ContentType.PNG, Pictures.png(9, 9))).isEqualTo(new Sound());
  }
}

package id.antrean.domain.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was found in a file is told by a reason of its own. */
class WhyAFileIsRejectedTest {

  @ParameterizedTest
  @CsvSource({
    "EMPTY, EMPTY",
    "WRONG_TYPE, OTHER_TYPE",
    "IMAGE_BROKEN, IMAGE_BROKEN",
    "IMAGE_TOO_LARGE, IMAGE_TOO_LARGE",
    "IMAGE_TOO_SMALL, IMAGE_TOO_SMALL",
    "PDF_ENCRYPTED, PDF_ENCRYPTED",
    "PDF_ACTIVE, PDF_ACTIVE",
    "PDF_WITHOUT_PAGE, PDF_WITHOUT_PAGE",
    "PDF_BROKEN, PDF_BROKEN"
  })
  void theReasonSaysWhatWasFound(Inspection.Reason found, RejectionReason told) {
    assertThat(RejectionReason.of(found)).isEqualTo(told);
  }

  @Test
  void noTwoFindingsAreToldAlike() {
    assertThat(
            Arrays.stream(Inspection.Reason.values())
                .map(RejectionReason::of)
                .collect(Collectors.toSet()))
        .hasSameSizeAs(Inspection.Reason.values());
  }

  @ParameterizedTest
  @CsvSource({"JPEG, IMAGE_BROKEN", "PNG, IMAGE_BROKEN", "PDF, PDF_BROKEN"})
  void aFileThatNobodyCouldReadIsBroken(ContentType type, RejectionReason told) {
    assertThat(RejectionReason.unreadable(type)).isEqualTo(told);
  }

  @Test
  void anAddressThatNeedsNoFurtherPermissionNeverReachesALog() {
    SignedRequest upload =
        new SignedRequest(
            "PUT",
            "https://files.example/a?X-Amz-Signature=secret",
            Map.of("Content-Type", "image/png"),
            Duration.ofMinutes(15));

    assertThat(upload).hasToString("SignedRequest[PUT]");
  }
}

package id.antrean.gateway.view;

import id.antrean.domain.document.SignedRequest;
import id.antrean.gateway.Times;
import id.antrean.gateway.View;
import java.time.Clock;

/**
 * The request by which a file is read. A signature's end is told in business time, as every other
 * time, though it passes on real time.
 */
public record DownloadView(DownloadMethod method, String url, String expiresAt) implements View {

  /** How a file is read. */
  public enum DownloadMethod {
    GET
  }

  public static DownloadView of(SignedRequest signed, Clock clock) {
    return new DownloadView(
        DownloadMethod.valueOf(signed.method()),
        signed.url(),
        Times.at(clock.instant().plus(signed.validFor())));
  }
}

package id.antrean.domain.payment;

import java.util.Optional;

/** What was decided about notices that a person has to look at. */
public interface KeepResolution {
  Optional<Resolution> resolutionOf(NoticeId notice);

  /**
   * Writes it down, if nobody has since its former revision; a notice whose resolution is done is
   * on the list no more. False when somebody was faster. Throws {@link
   * id.antrean.domain.Unavailable}.
   */
  boolean write(NoticeId notice, Resolution next);
}

package id.antrean.offices.closure;

import id.antrean.domain.office.Closure;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.KeepClosures;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.SpreadClosure;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * The net below the closures' messages: has every one that is not over carried out once more, so
 * that days which were laid out since are closed too, and no lost message leaves one half done.
 * What is done costs a look.
 */
@Singleton
public final class RemindOfClosures {
  private final FindOffice offices;
  private final KeepClosures closures;
  private final SpreadClosure spread;
  private final Clock clock;

  public RemindOfClosures(
      FindOffice offices, KeepClosures closures, SpreadClosure spread, Clock clock) {
    this.offices = offices;
    this.closures = closures;
    this.spread = spread;
    this.clock = clock;
  }

  /** Answers of how many. Throws {@link id.antrean.domain.Unavailable}. */
  public int run() {
    return offices.all().stream().mapToInt(this::remind).sum();
  }

  private int remind(Office office) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), office.zone());
    List<Closure> open = closures.endingFrom(office.id(), today);
    open.forEach(spread::spread);
    return open.size();
  }
}

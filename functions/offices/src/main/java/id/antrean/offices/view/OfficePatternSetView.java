package id.antrean.offices.view;

import id.antrean.gateway.View;
import java.util.List;

/**
 * A week that was set, and what became of the days that were laid out already.
 *
 * @param followed how many days follow it now
 * @param kept those that do not
 */
public record OfficePatternSetView(OfficePatternView pattern, int followed, List<KeptDayView> kept)
    implements View {

  /** A day that stays as it is, and why. */
  public record KeptDayView(String date, KeptReason reason) implements View {}

  /** Why a day does not follow the week. */
  public enum KeptReason {
    SET_BY_HAND,
    BOOKED
  }
}

package id.antrean.offices.view;

import id.antrean.domain.office.Holiday;
import id.antrean.gateway.Language;
import id.antrean.gateway.Messages;
import id.antrean.gateway.View;
import org.jspecify.annotations.Nullable;

/** Why offices are closed on a day, by the name people know it by. */
public record HolidayView(String name) implements View {

  static @Nullable HolidayView ofOrNull(@Nullable Holiday holiday, Language language) {
    return holiday == null ? null : new HolidayView(name(holiday, language));
  }

  private static String name(Holiday holiday, Language language) {
    String occasion = Messages.text(language, "holiday." + holiday.occasion().name());
    return switch (holiday.kind()) {
      case NATIONAL -> occasion;
      case COLLECTIVE_LEAVE -> Messages.text(language, "holiday.leave", occasion);
    };
  }
}

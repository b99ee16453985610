package id.antrean.offices.view;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.office.Holiday;
import id.antrean.gateway.Language;
import id.antrean.gateway.Messages;
import org.jspecify.annotations.Nullable;

/** Why offices are closed on a day, by the name people know it by. */
final class HolidayView {

  private HolidayView() {}

  static @Nullable ObjectNode ofOrNull(@Nullable Holiday holiday, Language language) {
    return holiday == null
        ? null
        : JsonNodeFactory.instance.objectNode().put("name", name(holiday, language));
  }

  private static String name(Holiday holiday, Language language) {
    String occasion = Messages.text(language, "holiday." + holiday.occasion().name());
    return switch (holiday.kind()) {
      case NATIONAL -> occasion;
      case COLLECTIVE_LEAVE -> Messages.text(language, "holiday.leave", occasion);
    };
  }
}

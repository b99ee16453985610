package id.antrean.gateway.view;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.TimelineEntry;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.SessionId;
import id.antrean.gateway.Language;
import id.antrean.gateway.Messages;
import id.antrean.gateway.Times;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an application, in the reader's language: sessions by office, day and time, in
 * the time of the office where the application's seat is or was last.
 */
public final class TimelineView {
  private final FindOffice offices;
  private final Language language;
  private final @Nullable ZoneId zone;

  public TimelineView(Application application, FindOffice offices, Language language) {
    this.offices = offices;
    this.language = language;
    this.zone = zone(application);
  }

  private @Nullable ZoneId zone(Application application) {
    SessionId last = application.lastSession();
    return application.booking() != null
        ? application.booking().zone()
        : last == null ? null : offices.find(last.office()).map(Office::zone).orElse(null);
  }

  public ObjectNode of(TimelineEntry entry) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("at", Times.at(entry.at(), zone))
        .put("event", entry.event().name())
        .put(
            "detail",
            Messages.text(language, "timeline." + entry.event().name(), subject(entry.details())));
  }

  /** The one thing that the sentence is about: a paper, a verdict, money or a session. */
  private String subject(Map<String, String> details) {
    if (details.containsKey("kind")) {
      return Messages.text(language, "paper." + details.get("kind"));
    }
    if (details.containsKey("verdict")) {
      return Messages.text(language, "verdict." + details.get("verdict"));
    }
    if (details.containsKey("reason")) {
      return details.get("reason");
    }
    if (details.containsKey("money")) {
      return RefundsView.sentence(
          String.valueOf(details.get("money")),
          Long.parseLong(details.getOrDefault("amount", "0")),
          language);
    }
    return Optional.ofNullable(details.get("session"))
        .flatMap(SessionId::parse)
        .map(session -> session(session, details.get("minutes")))
        .orElse("");
  }

  private String session(SessionId session, @Nullable String minutes) {
    Optional<Office> office = offices.find(session.office());
    return minutes == null
        ? SessionText.said(session, office, language)
        : SessionText.said(session, Integer.parseInt(minutes), office, language);
  }
}

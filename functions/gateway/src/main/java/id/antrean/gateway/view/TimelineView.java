package id.antrean.gateway.view;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.application.TimelineEntry;
import id.antrean.gateway.Language;
import id.antrean.gateway.Messages;
import id.antrean.gateway.Times;

/** What happened to an application, in the reader's language. */
public final class TimelineView {

  private TimelineView() {}

  public static ObjectNode of(TimelineEntry entry, Language language) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("at", Times.at(entry.at()))
        .put("event", entry.event().name())
        .put(
            "detail",
            Messages.text(language, "timeline." + entry.event().name(), subject(entry, language)));
  }

  /** The one thing that the sentence is about: a paper, a verdict or a session. */
  private static String subject(TimelineEntry entry, Language language) {
    if (entry.details().containsKey("kind")) {
      return Messages.text(language, "paper." + entry.details().get("kind"));
    }
    if (entry.details().containsKey("verdict")) {
      return Messages.text(language, "verdict." + entry.details().get("verdict"));
    }
    return entry.details().getOrDefault("session", "");
  }
}

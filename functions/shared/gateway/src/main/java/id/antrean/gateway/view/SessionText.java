package id.antrean.gateway.view;

import id.antrean.domain.office.Office;
import id.antrean.domain.office.SessionId;
import id.antrean.gateway.Language;
import id.antrean.gateway.Messages;
import id.antrean.gateway.Times;
import java.time.LocalTime;
import java.util.Optional;

/**
 * A session as people speak of it: {@code Kantor Imigrasi Cilegon, Senin 7 Desember 2026 pukul
 * 08.00 WIB, antrean umum}. An office that is there no more is called by its code, and its zone is
 * not known.
 */
final class SessionText {

  private SessionText() {}

  static String said(SessionId session, Optional<Office> office, Language language) {
    return said(session, Times.clock(session.start(), language), office, language);
  }

  /** The same with its end. */
  static String said(SessionId session, int minutes, Optional<Office> office, Language language) {
    LocalTime end = session.start().plusMinutes(minutes);
    return said(
        session,
        Messages.text(
            language,
            "time.span",
            Times.clock(session.start(), language),
            Times.clock(end, language)),
        office,
        language);
  }

  private static String said(
      SessionId session, String time, Optional<Office> office, Language language) {
    return Messages.text(
        language,
        "session",
        office.map(Office::name).orElse(session.office().value()),
        Times.weekday(session.date(), language),
        Times.day(session.date(), language),
        time
            + office
                .map(
                    it ->
                        " " + Times.zone(session.date().atTime(session.start()).atZone(it.zone())))
                .orElse(""),
        Messages.text(language, "lane." + session.lane().name()));
  }
}

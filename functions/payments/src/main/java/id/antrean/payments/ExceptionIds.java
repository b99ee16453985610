package id.antrean.payments;

import id.antrean.domain.payment.FindExceptions.Place;
import id.antrean.domain.payment.NoticeId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Notices as clients name them: opaque, and the same for as long as there is the notice. */
final class ExceptionIds {
  private static final int LONGEST = 800;

  private ExceptionIds() {}

  static String of(NoticeId notice) {
    return encoded(List.of(notice.reference(), notice.aggregator(), notice.eventId()));
  }

  static Optional<NoticeId> parse(String id) {
    return decoded(id)
        .filter(parts -> parts.size() == 3)
        .map(parts -> new NoticeId(parts.get(0), parts.get(1), parts.get(2)));
  }

  static String cursor(Place place) {
    NoticeId notice = place.notice();
    return encoded(
        List.of(
            Long.toString(place.receivedAt().toEpochMilli()),
            notice.reference(),
            notice.aggregator(),
            notice.eventId()));
  }

  static Optional<Place> place(String cursor) {
    return decoded(cursor)
        .filter(parts -> parts.size() == 4 && parts.getFirst().matches("\\d{1,15}"))
        .map(
            parts ->
                new Place(
                    Instant.ofEpochMilli(Long.parseLong(parts.getFirst())),
                    new NoticeId(parts.get(1), parts.get(2), parts.get(3))));
  }

  /** No part of a notice's identity has a line break. */
  private static String encoded(List<String> parts) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<List<String>> decoded(String text) {
    try {
      return text.length() > LONGEST
          ? Optional.empty()
          : Optional.of(
                  List.of(
                      new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
                          .split("\n", -1)))
              .filter(parts -> parts.stream().noneMatch(String::isEmpty));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}

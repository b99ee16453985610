package id.antrean.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.cli.console.CommandFailure;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A session with a seat to hold.
 *
 * @param availability the path that tells its seats
 */
record FreeSession(String id, String availability) {
  private static final String OFFICE = "CLG";
  private static final int MONTHS_AHEAD = 3;

  /** The first one at Cilegon from today on. */
  static FreeSession first(Walk walk) {
    String now = walk.quietly("/sandbox/clock").at("/now");
    YearMonth month = YearMonth.from(OffsetDateTime.parse(now));
    for (int ahead = 0; ahead < MONTHS_AHEAD; ahead++) {
      String path =
          "/v1/offices/"
              + OFFICE
              + "/availability?month="
              + month.plusMonths(ahead)
              + "&lane=REGULAR";
      Optional<String> id =
          walk.get(path, "/officeId", "/month")
              .body()
              .path("days")
              .valueStream()
              .flatMap(day -> day.path("sessions").valueStream())
              .filter(session -> session.path("free").asInt() > 0)
              .map(session -> session.path("id").asText())
              .findFirst();
      if (id.isPresent()) {
        return new FreeSession(id.get(), path);
      }
    }
    throw new CommandFailure("Cilegon has no free seat in the coming months.");
  }

  /** How many of its seats can be held now. */
  int free(Walk walk) {
    return walk.quietly(availability)
        .body()
        .path("days")
        .valueStream()
        .flatMap(day -> day.path("sessions").valueStream())
        .filter(session -> session.path("id").asText().equals(id))
        .mapToInt((JsonNode session) -> session.path("free").asInt())
        .findFirst()
        .orElse(0);
  }
}

package id.antrean.sandbox.dukcapil;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.sandbox.aws.SharedSecret;
import id.antrean.sandbox.http.Json;
import id.antrean.sandbox.http.OutageSwitch;
import id.antrean.sandbox.http.Problem;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Dukcapil's {@code CALL_VERIFY_BY_ELEMEN} under {@code /sandbox/dukcapil}. Logs nothing. */
public final class DukcapilRoutes {
  private static final int SLOW_SECONDS = 10;

  private final SharedSecret secret;
  private final OutageSwitch outage = new OutageSwitch();

  public DukcapilRoutes(SharedSecret secret) {
    this.secret = secret;
  }

  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post(
        "/sandbox/dukcapil/dukcapil/get_json/{instansi}/CALL_VERIFY_BY_ELEMEN", this::verify);
    routes.post("/sandbox/dukcapil/outage", outage::turn);
  }

  private void verify(Context context) {
    if (outage.isDown()) {
      Problem.unavailable(503, "Dukcapil is switched off.").answer(context);
      return;
    }
    JsonNode request = Json.parse(context.body()).orElseGet(Json::object);
    if (!knows(request)) {
      Json.answer(context, CivilRegistry.operational("Login Gagal"));
      return;
    }
    switch (MagicWord.in(request.path("NAMA_LGKP").asText().toUpperCase(Locale.ROOT))) {
      case SAMPAH -> context.contentType("text/html").result("<html><body>Bad Gateway");
      case LAMBAT -> context.future(() -> slowly(context, request));
      default -> Json.answer(context, CivilRegistry.answer(request));
    }
  }

  /** Holds back the answer without holding a thread, so that others are served meanwhile. */
  private static CompletableFuture<?> slowly(Context context, JsonNode request) {
    return CompletableFuture.runAsync(
        () -> Json.answer(context, CivilRegistry.answer(request)),
        CompletableFuture.delayedExecutor(SLOW_SECONDS, TimeUnit.SECONDS));
  }

  private boolean knows(JsonNode request) {
    return same(request.path("USER_ID").asText(), secret.member("userId"))
        && same(request.path("PASSWORD").asText(), secret.member("password"));
  }

  private static boolean same(String given, String expected) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }
}

package id.antrean.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import id.antrean.acceptance.files.Pictures;
import id.antrean.acceptance.people.Officer;
import id.antrean.acceptance.people.OpenSession;
import id.antrean.acceptance.people.PassportApplication;
import id.antrean.acceptance.people.Person;
import id.antrean.acceptance.stack.Ability;
import id.antrean.acceptance.stack.Answer;
import id.antrean.acceptance.stack.Json;
import id.antrean.acceptance.stack.Token;
import io.restassured.http.Method;
import io.restassured.specification.RequestSpecification;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 5: never somebody else's. Every route, with everybody's token but the right one. */
@OnAStack
@DisplayName("A token")
final class WhoMayTest {
  private final Stack stack;

  WhoMayTest(Stack stack) {
    this.stack = stack;
  }

  /** A request that is right in everything but who sends it. */
  private record Route(Method method, String path, String contentType, Object body) {

    static Route of(Method method, String path) {
      return new Route(method, path, "", "");
    }

    boolean changes() {
      return method != Method.GET && method != Method.POST;
    }

    Answer calledWith(RequestSpecification request) {
      RequestSpecification complete =
          contentType.isEmpty() ? request : request.contentType(contentType).body(Json.text(body));
      return new Answer(complete.request(method, path));
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  @Test
  @Needs(Ability.GATEWAY_RESPONSES)
  void of_another_applicant_finds_nothing_on_any_route() {
    OpenSession session = stack.opens(3);
    PassportApplication sitis = stack.readyApplication();
    sitis.holds(session);
    String before = sitis.triesToLook().response().asString();
    Token budis = stack.applicant("budi").token();

    for (Route route : routesOf(sitis, session)) {
      Answer answer = route.calledWith(stack.api().wronglyAs(budis));
      assertThat(answer.problem()).as(route.toString()).isEqualTo("not-found");
      answer.refused(404, "not-found");
    }
    routesOf(sitis, session).stream()
        .filter(Route::changes)
        .forEach(
            route ->
                route
                    .calledWith(stack.api().wronglyAs(budis).header("If-Match", "\"999\""))
                    .refused(404, "not-found"));
    new Route(
            Method.PUT,
            "/applications/" + sitis.id() + "/booking",
            "application/json",
            Map.of("sessionId", "no-session"))
        .calledWith(stack.api().wronglyAs(budis))
        .refused(404, "not-found");

    assertThat(sitis.triesToLook().response().asString()).isEqualTo(before);
  }

  @Test
  void of_another_applicant_hears_nothing_of_who_has_a_seat_in_a_crowd() {
    OpenSession session = stack.opens(1);
    PassportApplication sitis = stack.readyApplication();
    sitis.holds(session);
    PassportApplication late = stack.readyApplication();
    for (int i = 0; i < 8; i++) {
      late.triesToHold(session).refused(409, "sold-out");
    }
    Token budis = stack.applicant("budi").token();

    for (PassportApplication others : List.of(sitis, late)) {
      new Route(
              Method.PUT,
              "/applications/" + others.id() + "/booking",
              "application/json",
              Map.of("sessionId", session.id()))
          .calledWith(stack.api().wronglyAs(budis))
          .refused(404, "not-found");
    }
  }

  @Test
  void of_an_officer_is_no_applicants() {
    OpenSession session = stack.opens(3);
    PassportApplication sitis = stack.readyApplication();
    Token officers = stack.officer(session.office()).token();

    Stream.concat(routesOf(sitis, session).stream(), accountRoutes().stream())
        .forEach(
            route -> {
              Answer answer = route.calledWith(stack.api().wronglyAs(officers));
              assertThat(answer.status() + " " + answer.problem())
                  .as(route.toString())
                  .isEqualTo("403 forbidden");
            });
  }

  @Test
  void of_an_applicant_is_no_officers() {
    OpenSession session = stack.opens(3);
    Token applicants = stack.applicant("siti").token();

    for (Route route : deskRoutes(session)) {
      Answer answer = route.calledWith(stack.api().wronglyAs(applicants));
      assertThat(answer.status() + " " + answer.problem())
          .as(route.toString())
          .isEqualTo("403 forbidden");
    }
  }

  @Test
  void of_anybody_but_its_supervisor_reopens_no_booking() {
    OpenSession session = stack.opens(1);
    PassportApplication sitis = stack.readyApplication();
    sitis.holds(session);
    Officer supervisor = stack.supervisor(session.office());
    String elsewhere = session.office().equals("CLG") ? "DPS" : "CLG";

    stack.officer(session.office()).triesToReopen(sitis, "why").refused(403, "forbidden");
    stack.auditor(session.office()).triesToReopen(sitis, "why").refused(403, "forbidden");
    supervisor.at(elsewhere).triesToReopen(sitis, "why").refused(403, "forbidden");
    stack.supervisor(elsewhere).triesToReopen(sitis, "why").refused(404, "not-found");

    assertThat(sitis.status()).isEqualTo("AWAITING_PAYMENT");
    supervisor.triesToReopen(sitis, "why").refused(409, "wrong-status");
  }

  /** An auditor looks, and an office's people have to do with their own. */
  @Test
  void of_an_auditor_or_of_another_office_lets_nobody_in_and_calls_nobody() {
    OpenSession session = stack.opens(1);
    String elsewhere = session.office().equals("CLG") ? "DPS" : "CLG";

    for (Route route : counterRoutes(session)) {
      for (Officer caller :
          List.of(
              stack.auditor(session.office()),
              stack.officer(elsewhere),
              stack.supervisor(elsewhere))) {
        Answer answer = route.calledWith(stack.api().wronglyAs(caller.token()));
        assertThat(answer.status() + " " + answer.problem())
            .as(route.toString())
            .isEqualTo("403 forbidden");
      }
    }
  }

  /** Whoever may is told what is there, or that nothing is. */
  @Test
  void of_its_officer_or_its_supervisor_gets_to_the_counter() {
    OpenSession session = stack.opens(1);

    for (Route route : counterRoutes(session)) {
      for (Officer caller :
          List.of(stack.officer(session.office()), stack.supervisor(session.office()))) {
        Answer answer = route.calledWith(stack.api().as(caller.token()));
        assertThat(answer.problem())
            .as(route.toString())
            .isIn(
                route.path().endsWith("/walk-ins")
                    ? List.of("unknown-session")
                    : List.of("", "not-found", "nobody-waits"));
      }
    }
  }

  /** Who answers for an office steers it; whoever may is told what is wrong with the request. */
  @Test
  void of_anybody_but_its_supervisor_closes_no_office_and_sets_no_week() {
    OpenSession session = stack.plans(1);
    String elsewhere = session.office().equals("CLG") ? "DPS" : "CLG";

    for (Route route : steeringRoutes(session.office())) {
      for (Officer caller :
          List.of(
              stack.officer(session.office()),
              stack.auditor(session.office()),
              stack.officer(elsewhere),
              stack.supervisor(elsewhere))) {
        Answer answer = route.calledWith(stack.api().wronglyAs(caller.token()));
        assertThat(answer.status() + " " + answer.problem())
            .as(route.toString())
            .isEqualTo("403 forbidden");
      }
      Answer answer =
          route.calledWith(stack.api().wronglyAs(stack.supervisor(session.office()).token()));
      assertThat(answer.problem()).as(route.toString()).isIn("validation", "not-found");
    }
  }

  @Test
  void of_its_supervisor_or_of_an_auditor_sees_how_an_office_is_steered() {
    OpenSession session = stack.plans(1);
    String elsewhere = session.office().equals("CLG") ? "DPS" : "CLG";

    for (Route route : overseeingRoutes(session)) {
      for (Officer caller :
          List.of(stack.supervisor(session.office()), stack.auditor(session.office()))) {
        Answer answer = route.calledWith(stack.api().as(caller.token()));
        assertThat(answer.problem()).as(route.toString()).isIn("", "not-found");
      }
      for (Officer caller :
          List.of(
              stack.officer(session.office()),
              stack.officer(elsewhere),
              stack.supervisor(elsewhere))) {
        Answer answer = route.calledWith(stack.api().wronglyAs(caller.token()));
        assertThat(answer.status() + " " + answer.problem())
            .as(route.toString())
            .isEqualTo("403 forbidden");
      }
    }
  }

  @Test
  void is_needed_by_nobody_who_looks_at_the_hall_or_at_the_keys_of_tickets() {
    stack.visitor().looksAtDisplay("CLG").accepted();
    stack.visitor().looksAtTicketKeys().accepted();
  }

  @Test
  void is_needed_on_every_route_but_the_public_ones() {
    OpenSession session = stack.opens(3);
    PassportApplication sitis = stack.readyApplication();

    Stream.of(routesOf(sitis, session), accountRoutes(), deskRoutes(session))
        .flatMap(List::stream)
        .forEach(
            route -> {
              Answer answer = route.calledWith(stack.api().wronglyAs(Token.NONE));
              assertThat(answer.status() + " " + answer.problem())
                  .as(route.toString())
                  .isEqualTo("401 unauthenticated");
            });
  }

  @Test
  void that_has_expired_is_refused() {
    refuses(
        stack
            .sandbox()
            .token(Map.of("subject", "siti", "roles", List.of("applicant"), "lifetime", "PT-10M")));
  }

  @Test
  void for_another_audience_is_refused() {
    refuses(
        stack
            .sandbox()
            .token(
                Map.of("subject", "siti", "roles", List.of("applicant"), "audience", "another")));
  }

  @Test
  void without_a_role_may_do_nothing() {
    Token nobodys = stack.sandbox().token(Map.of("subject", "agus", "roles", List.of("auditor")));

    Route.of(Method.GET, "/applications")
        .calledWith(stack.api().as(nobodys))
        .refused(403, "forbidden");
  }

  @Test
  void that_nobody_signed_is_refused() throws ParseException {
    refuses(new Token.Bearer(new PlainJWT(good().getJWTClaimsSet()).serialize()));
  }

  @Test
  void without_its_signature_is_refused() {
    String compact = good().serialize();

    refuses(new Token.Bearer(compact.substring(0, compact.lastIndexOf('.') + 1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=", "!", ".x", " x", ",x", "%00"})
  void with_anything_behind_its_signature_is_refused(String junk) {
    refuses(new Token.Bearer(good().serialize() + junk));
  }

  @Test
  void whose_claims_were_changed_is_refused() throws ParseException {
    SignedJWT good = good();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder(good.getJWTClaimsSet()).subject("somebody-else").build();

    refuses(
        new Token.Bearer(
            good.getHeader().toBase64URL()
                + "."
                + claims.toPayload().toBase64URL()
                + "."
                + good.getSignature()));
  }

  @Test
  void signed_with_a_key_of_ones_own_is_refused() throws JOSEException, ParseException {
    RSAKey own = new RSAKeyGenerator(2048).generate();

    refuses(signed(good().getJWTClaimsSet(), JWSAlgorithm.RS256, new RSASSASigner(own)));
  }

  @Test
  void of_an_issuer_of_ones_own_is_refused() throws JOSEException, ParseException {
    RSAKey own = new RSAKeyGenerator(2048).generate();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder(good().getJWTClaimsSet())
            .issuer("https://issuer.example.org")
            .build();

    refuses(signed(claims, JWSAlgorithm.RS256, new RSASSASigner(own)));
  }

  @Test
  void signed_with_a_shared_secret_is_refused() throws JOSEException, ParseException {
    refuses(signed(good().getJWTClaimsSet(), JWSAlgorithm.HS256, new MACSigner(new byte[32])));
  }

  @Test
  void that_is_none_is_refused() {
    refuses(new Token.Bearer("not-a-token"));
    refuses(new Token.Bearer("a.b.c"));
    new Answer(
            stack
                .api()
                .wronglyAs(Token.NONE)
                .header("Authorization", "Basic c2l0aTpzaXRp")
                .get("/applications"))
        .refused(401, "unauthenticated");
  }

  private void refuses(Token token) {
    Answer answer = Route.of(Method.GET, "/applications").calledWith(stack.api().wronglyAs(token));
    answer.refused(401, "unauthenticated");
  }

  private SignedJWT good() {
    try {
      return SignedJWT.parse(stack.sandbox().token("siti", "applicant").compact());
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  /** Under the key id of the true key. */
  private Token signed(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer)
      throws JOSEException {
    JWSHeader header =
        new JWSHeader.Builder(algorithm)
            .type(JOSEObjectType.JWT)
            .keyID(good().getHeader().getKeyID())
            .build();
    SignedJWT forged = new SignedJWT(header, claims);
    forged.sign(signer);
    return new Token.Bearer(forged.serialize());
  }

  private static List<Route> accountRoutes() {
    return List.of(
        Route.of(Method.GET, "/applications"),
        new Route(Method.POST, "/applications", "application/json", Map.of()));
  }

  private static List<Route> routesOf(PassportApplication application, OpenSession session) {
    String one = "/applications/" + application.id();
    String document =
        one
            + "/documents/"
            + application.look().getString("documents.find { it.kind == 'ID_CARD' }.id");
    return List.of(
        Route.of(Method.GET, one),
        new Route(Method.PATCH, one, "application/merge-patch+json", Map.of("kind", "LOST")),
        Route.of(Method.DELETE, one),
        Route.of(Method.GET, one + "/timeline"),
        new Route(
            Method.POST,
            one + "/documents",
            "application/json",
            PassportApplication.declaration("ID_CARD", Pictures.otherJpeg())),
        Route.of(Method.GET, document),
        Route.of(Method.DELETE, document),
        new Route(
            Method.PUT, one + "/booking", "application/json", Map.of("sessionId", session.id())),
        Route.of(Method.DELETE, one + "/booking"),
        Route.of(Method.GET, one + "/bill"),
        Route.of(Method.GET, one + "/ticket"));
  }

  private static List<Route> deskRoutes(OpenSession session) {
    String office = "/offices/" + session.office();
    List<Route> others =
        List.of(
            Route.of(Method.GET, office + "/days/" + session.date()),
            new Route(
                Method.PUT,
                office + "/days/" + session.date(),
                "application/json",
                Map.of("sessions", List.of(session.json()))),
            Route.of(Method.GET, office + "/appointments?date=" + session.date()),
            Route.of(
                Method.GET,
                office + "/statistics?from=" + session.date() + "&to=" + session.date()),
            new Route(
                Method.POST,
                office + "/appointments/AAAAAAAAAAAAAAAA/reopening",
                "application/json",
                Map.of("reason", "why")),
            Route.of(Method.GET, office + "/appointments/AAAAAAAAAAAAAAAA"),
            Route.of(Method.GET, office + "/appointments/AAAAAAAAAAAAAAAA/timeline"),
            Route.of(Method.GET, office + "/walk-ins"));
    return Stream.of(
            others,
            counterRoutes(session),
            steeringRoutes(session.office()),
            overseeingRoutes(session))
        .flatMap(List::stream)
        .toList();
  }

  /** What changes how an office works, with nothing in it that could. */
  private static List<Route> steeringRoutes(String code) {
    String office = "/offices/" + code;
    return List.of(
        new Route(Method.POST, office + "/closures", "application/json", Map.of()),
        Route.of(Method.DELETE, office + "/closures/2026-12-08-none"),
        new Route(Method.PUT, office + "/pattern", "application/json", Map.of()),
        new Route(Method.PUT, office + "/services", "application/json", Map.of()));
  }

  private static List<Route> overseeingRoutes(OpenSession session) {
    String office = "/offices/" + session.office();
    return List.of(
        Route.of(Method.GET, office + "/closures/2026-12-08-none"),
        Route.of(Method.GET, office + "/pattern"),
        Route.of(Method.GET, office + "/history?from=" + session.date() + "&to=" + session.date()));
  }

  private static List<Route> counterRoutes(OpenSession session) {
    String office = "/offices/" + session.office();
    return List.of(
        new Route(
            Method.POST,
            office + "/check-ins",
            "application/json",
            Map.of("applicationId", "AAAAAAAAAAAAAAAA")),
        new Route(Method.POST, office + "/calls", "application/json", Map.of("desk", "1")),
        Route.of(Method.POST, office + "/calls/999999/again"),
        Route.of(Method.POST, office + "/calls/999999/skip"),
        Route.of(Method.POST, office + "/calls/999999/back"),
        new Route(
            Method.POST,
            office + "/appointments/AAAAAAAAAAAAAAAA/outcome",
            "application/json",
            Map.of("outcome", "COMPLETED")),
        Route.of(Method.GET, office + "/appointments/AAAAAAAAAAAAAAAA/ticket"),
        new Route(
            Method.PUT,
            office + "/walk-ins/AAAAAAAAAAAAAAAA/booking",
            "application/json",
            Map.of("sessionId", session.id())),
        Route.of(Method.DELETE, office + "/walk-ins/AAAAAAAAAAAAAAAA"),
        new Route(
            Method.POST,
            office + "/walk-ins",
            "application/json",
            Officer.walkIn(
                Person.adult(), new OpenSession("ZZZ", session.date(), "08:00", "WALK_IN", 1))));
  }
}

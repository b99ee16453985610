package id.antrean.acceptance;

import static id.antrean.acceptance.stack.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.acceptance.clients.ForeignPage;
import id.antrean.acceptance.clients.KotlinApp;
import id.antrean.acceptance.clients.TypeScriptClient;
import id.antrean.acceptance.files.Pictures;
import id.antrean.acceptance.people.OpenSession;
import id.antrean.acceptance.people.Person;
import id.antrean.acceptance.people.Registration;
import id.antrean.acceptance.stack.Ability;
import id.antrean.acceptance.stack.Json;
import id.antrean.acceptance.stack.Project;
import id.antrean.acceptance.stack.Token;
import id.antrean.client.kotlin.models.Application;
import id.antrean.client.kotlin.models.ApplicationStatus;
import id.antrean.client.kotlin.models.BookingState;
import id.antrean.client.kotlin.models.Problem;
import id.antrean.client.kotlin.models.RequiredDocument;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever has nothing but the contract has a client, and lives one life with it. */
@OnAStack
@DisplayName("A generated client")
final class GeneratedClientsTest {
  private final Stack stack;

  GeneratedClientsTest(Stack stack) {
    this.stack = stack;
  }

  @Test
  void in_kotlin_walks_from_registering_to_a_confirmed_seat() throws IOException {
    OpenSession session = stack.opens(3);
    KotlinApp app = new KotlinApp(stack.api().base(), bearer("rahmat").compact());

    Application draft = app.registers(Registration.of(Person.adult()));
    assertThat(draft.getStatus()).isEqualTo(ApplicationStatus.DRAFT);
    assertThat(draft.getPassport().getValidityYears()).isEqualTo(10);
    assertThat(draft.getBooking()).isNull();

    List<RequiredDocument> papers =
        draft.getDocuments().stream().filter(RequiredDocument::getRequired).toList();
    assertThat(papers)
        .isNotEmpty()
        .allSatisfy(paper -> assertThat(app.uploads(draft, paper, Pictures.jpeg())).isEqualTo(200));
    soon(() -> assertThat(app.looks(draft).getStatus()).isEqualTo(ApplicationStatus.READY));

    assertThat(app.offices()).isPositive();
    soon(
        () ->
            assertThat(app.finds(session.office(), session.month(), session.id()).getFree())
                .isEqualTo(3));
    Application held = app.books(draft, session.id());
    assertThat(Objects.requireNonNull(held.getBooking()).getState()).isEqualTo(BookingState.HELD);

    stack.standard().takesPayment(app.seesBill(draft).getBillingCode());
    Application confirmed = app.looks(draft);
    assertThat(confirmed.getStatus()).isEqualTo(ApplicationStatus.CONFIRMED);
    assertThat(Objects.requireNonNull(confirmed.getBooking()).getSession().getId())
        .isEqualTo(session.id());
  }

  /** The status of a problem was an enumeration of numbers, which the client could not read. */
  @Test
  void in_kotlin_reads_a_refusal() throws IOException {
    KotlinApp app = new KotlinApp(stack.api().base(), bearer("rahmat").compact());
    Application draft = app.registers(Registration.of(Person.adult()));

    Problem problem = app.isRefused(() -> app.seesBill(draft));

    assertThat(problem.getStatus()).isEqualTo(404);
    assertThat(problem.getType()).isEqualTo("/problems/not-found");
  }

  @Test
  void in_typescript_walks_from_registering_to_a_confirmed_seat() {
    OpenSession session = stack.opens(3);

    walked(session, TypeScriptClient.walk(errand(session)));
  }

  @Test
  @Needs(Ability.PAGES)
  void in_a_page_of_another_origin_does_the_same_the_upload_included() {
    OpenSession session = stack.opens(3);

    walked(session, ForeignPage.walk(errand(session)));
  }

  /** Their compilers come from no package registry. */
  @ParameterizedTest
  @CsvSource({
    "swift, Passport.swift, var validityYears: Int",
    "dart, passport.dart, int validityYears;"
  })
  void in_swift_and_dart_is_generated_with_whole_numbers(String language, String file, String field)
      throws IOException {
    Path generated =
        Project.root().resolve("localstack/proof/clients/target/generated/" + language);
    try (Stream<Path> files = Files.walk(generated)) {
      Path model =
          files.filter(it -> it.getFileName().toString().equals(file)).findFirst().orElseThrow();
      assertThat(Files.readString(model)).contains(field);
    }
  }

  private void walked(OpenSession session, String told) {
    JsonPath report = JsonPath.from(told);

    assertThat(report.getString("error")).as(told).isNull();
    assertThat(report.getString("registeredAs")).isEqualTo("DRAFT");
    assertThat(report.getInt("validityYears")).isEqualTo(10);
    assertThat(report.getList("uploads", Integer.class)).isNotEmpty().containsOnly(200);
    assertThat(report.getInt("offices")).isPositive();
    assertThat(report.getString("heldState")).isEqualTo("HELD");
    assertThat(report.getString("billingCode")).matches("8[0-9]{14}");
    assertThat(report.getString("status")).isEqualTo("CONFIRMED");
    assertThat(report.getString("etag")).isEqualTo("\"" + report.getInt("version") + "\"");
    assertThat(report.getInt("askAgainAfter")).isPositive();
    assertThat(report.getInt("unchanged")).isEqualTo(304);
    assertThat(report.getMap("refusal"))
        .isEqualTo(Map.of("status", 409, "type", "/problems/already-paid"));
    assertThat(stack.officer(session.office()).sees(session)).containsEntry("paid", 1);
  }

  private String errand(OpenSession session) {
    Map<String, Object> errand = new HashMap<>();
    errand.put("api", stack.api().base().toString());
    errand.put("sandbox", stack.sandbox().base().toString());
    errand.put("token", bearer("rahmat").compact());
    errand.put("registration", Registration.of(Person.adult()).json());
    errand.put("sessionId", session.id());
    errand.put("pictureBase64", Base64.getEncoder().encodeToString(Pictures.jpeg().bytes()));
    return Json.text(errand);
  }

  private Token.Bearer bearer(String name) {
    return (Token.Bearer) stack.applicant(name).token();
  }
}

package id.antrean.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.Actor;
import id.antrean.domain.OfficeId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each route is for some: its applicants, or the people of the office in its path. */
class WhoMayCallTest {
  private final Desk desk = new Desk();

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Bearer nobody",
        "siti:applicant",
        "Basic siti:applicant"
      })
  void whoDoesNotSayWhoTheyAreIsAskedTo(@Nullable String authorization) {
    Desk.Answered answer = desk.ask("GET", "/mine", authorization);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.headers()).containsEntry("WWW-Authenticate", "Bearer");
    assertThat(answer.body().path("type").textValue()).isEqualTo("/problems/unauthenticated");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer siti:applicant", "bearer siti:applicant", "BEARER   siti:applicant "})
  void aTokenIsHandedOverBehindTheWordBearer(String authorization) {
    Desk.Answered answer = desk.ask("GET", "/mine", authorization);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("said").textValue()).isEqualTo("siti");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET | /mine                      | siti:applicant       | 200
          GET | /mine                      | siti:officer@CLG     | 403
          GET | /mine                      | siti:                | 403
          GET | /mine                      | siti:king            | 403
          GET | /offices/{officeId}/visits | budi:officer@CLG     | 200
          GET | /offices/{officeId}/visits | budi:supervisor@CLG  | 200
          GET | /offices/{officeId}/visits | budi:officer@JAP     | 403
          GET | /offices/{officeId}/visits | budi:officer         | 403
          GET | /offices/{officeId}/visits | budi:auditor@CLG     | 403
          GET | /offices/{officeId}/visits | budi:applicant@CLG   | 403
          PUT | /offices/{officeId}/days   | budi:supervisor@CLG  | 200
          PUT | /offices/{officeId}/days   | budi:supervisor@JAP  | 403
          PUT | /offices/{officeId}/days   | budi:officer@CLG     | 403
          PUT | /offices/{officeId}/days   | budi:auditor@CLG     | 403
          GET | /offices/{officeId}/days   | budi:officer@CLG     | 200
          GET | /offices/{officeId}/days   | budi:supervisor@CLG  | 200
          GET | /offices/{officeId}/days   | budi:officer@JAP     | 403
          GET | /offices/{officeId}/days   | budi:auditor         | 200
          GET | /offices/{officeId}/days   | budi:auditor@JAP     | 200
          GET | /offices/{officeId}/days   | budi:applicant@CLG   | 403
          """)
  void aRouteIsForThoseWithItsRoleAtItsOffice(
      String method, String resource, String token, int status) {
    Desk.Answered answer = desk.ask(method, resource, "Bearer " + token);

    assertThat(answer.status()).isEqualTo(status);
    if (status == 403) {
      assertThat(answer.body().path("type").textValue()).isEqualTo("/problems/forbidden");
    }
  }

  @Test
  void whatIsOpenAsksNobody() {
    assertThat(desk.ask("GET", "/open", "Bearer nobody").status()).isEqualTo(200);
  }

  @Test
  void whatAnApplicantHasSeenAlreadyIsNotSentAgainAndAnOfficesDayIs() {
    String applicant = "Bearer siti:applicant";
    String tag = desk.ask("GET", "/mine", applicant).headers().get("ETag");

    assertThat(tag).isNotNull();
    assertThat(
            desk.ask("GET", "/mine", Map.of("Authorization", applicant, "If-None-Match", tag))
                .status())
        .isEqualTo(304);
    assertThat(
            desk.ask(
                    "GET",
                    Desk.OFFICE + "/days",
                    Map.of("Authorization", "Bearer budi:auditor", "If-None-Match", "*"))
                .status())
        .isEqualTo(200);
  }

  @Test
  void whatACallerDoesIsDoneInTheirName() {
    Caller budi = new Caller("budi", Set.of(Role.SUPERVISOR), "CLG");

    assertThat(budi.applicant()).isEqualTo(new Actor.Applicant("budi"));
    assertThat(budi.supervisorOf(new OfficeId("CLG")))
        .isEqualTo(new Actor.Staff("supervisor", "budi", new OfficeId("CLG")));
  }
}

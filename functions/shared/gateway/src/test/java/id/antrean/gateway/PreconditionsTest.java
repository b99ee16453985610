package id.antrean.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import id.antrean.domain.application.IfVersion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"3\"",
        " \"3\" ",
        "\"3\",\"9\"",
        "\"9\" , \"3\"",
        ",\"3\",,",
        "W/\"7\", \"3\"",
        "\"a,b\",\"3\""
      })
  void anyOfTheTagsWillDo(String header) {
    assertThat(versions(header))
        .isNotNull()
        .matches(it -> it.allows(3))
        .matches(it -> !it.allows(4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "W/\"3\"",
        "\"03\"",
        "\"+3\"",
        "\"\"",
        "\"3a\"",
        "\"99999999999\"",
        "\"\u00E9\"",
        "\"3,4\"",
        "\"!3\""
      })
  void aTagThatNoApplicationHasAllowsNoVersion(String header) {
    assertThat(versions(header)).isEqualTo(new IfVersion(Set.of()));
  }

  @Test
  void aStarAndNothingAreNoCondition() {
    assertThat(versions("*")).isNull();
    assertThat(versions(" * ")).isNull();
    assertThat(Preconditions.ifMatch(request(Map.of()), new FieldErrors())).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ",",
        "3",
        "\"3",
        "3\"",
        "'3'",
        "w/\"3\"",
        "W/3",
        "W /\"3\"",
        "\"3\" \"4\"",
        "\"3\";\"4\"",
        "*, \"3\"",
        "\"3\", *",
        "**",
        "\"3\"x",
        "\"a b\"",
        "\"3\", 4"
      })
  void whatIsNoTagIsAFault(String header) {
    FieldErrors errors = new FieldErrors();

    Preconditions.ifMatch(request(Map.of("If-Match", header)), errors);

    assertThat(errors.none()).isFalse();
    assertThatThrownBy(errors::check).isInstanceOf(InvalidRequest.class);
  }

  @Test
  void headersInSeveralLinesAreOneList() {
    Request request =
        Request.of(
            new APIGatewayProxyRequestEvent()
                .withHttpMethod("PUT")
                .withResource("/x")
                .withHeaders(Map.of("If-Match", "\"9\""))
                .withMultiValueHeaders(Map.of("If-Match", List.of("\"3\"", "\"9\""))));

    assertThat(Preconditions.ifMatch(request, new FieldErrors()))
        .isEqualTo(new IfVersion(Set.of(3, 9)));
  }

  @Test
  void ifNoneMatchComparesWeakly() {
    EntityTags tags = tags("W/\"3\", \"4\"");

    assertThat(tags.matchWeakly("3")).isTrue();
    assertThat(tags.matchWeakly("4")).isTrue();
    assertThat(tags.matchWeakly("5")).isFalse();
    assertThat(tags.matchStrongly("3")).isFalse();
    assertThat(tags.matchStrongly("4")).isTrue();
    assertThat(tags("*").matchWeakly("anything")).isTrue();
    assertThat(tags("*").matchStrongly("anything")).isTrue();
  }

  private static EntityTags tags(String header) {
    return Preconditions.entityTags(
            request(Map.of("If-None-Match", header)), "If-None-Match", new FieldErrors())
        .orElseThrow();
  }

  private static @Nullable IfVersion versions(String header) {
    FieldErrors errors = new FieldErrors();
    IfVersion versions = Preconditions.ifMatch(request(Map.of("if-match", header)), errors);
    assertThat(errors.none()).isTrue();
    return versions;
  }

  private static Request request(Map<String, String> headers) {
    return Request.of(
        new APIGatewayProxyRequestEvent()
            .withHttpMethod("PUT")
            .withResource("/x")
            .withHeaders(headers));
  }
}

package id.antrean.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTest {
  @TempDir Path folder;
  private RunningSandbox sandbox;

  @BeforeEach
  void start() {
    sandbox = new RunningSandbox(folder);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void aTokenIsVerifiedByAnOrdinaryOidcClient() throws Exception {
    JWTClaimsSet claims = verified(token("{\"subject\":\"siti\"}"));

    assertThat(claims.getSubject()).isEqualTo("siti");
    assertThat(claims.getStringListClaim("roles")).containsExactly("applicant");
    assertThat(claims.getClaim("office")).isNull();
    assertThat(claims.getJWTID()).isNotBlank();
    assertThat(
            Duration.between(
                claims.getNotBeforeTime().toInstant(), claims.getExpirationTime().toInstant()))
        .isEqualTo(Duration.ofDays(1));
  }

  @Test
  void anOfficersTokenNamesTheOffice() throws Exception {
    JWTClaimsSet claims =
        verified(
            token(
                """
                {"subject": "budi", "roles": ["officer"], "office": "CLG"}"""));

    assertThat(claims.getStringListClaim("roles")).containsExactly("officer");
    assertThat(claims.getStringClaim("office")).isEqualTo("CLG");
  }

  @Test
  void anExpiredTokenCanBeAskedForAndIsRefusedByAnOrdinaryClient() {
    String expired = token("{\"subject\":\"siti\",\"lifetime\":\"-PT1H\"}");

    assertThatThrownBy(() -> verified(expired))
        .isInstanceOf(BadJWTException.class)
        .hasMessageContaining("Expired");
  }

  @Test
  void aTokenOutlivesARestart() throws Exception {
    String token = token("{\"subject\":\"siti\"}");
    String issuer = sandbox.url() + "/sandbox/identity";
    sandbox.close();
    sandbox = new RunningSandbox(folder);

    assertThat(processor(issuer).process(token, null).getSubject()).isEqualTo("siti");
  }

  @Test
  void theKeySetHoldsNothingPrivate() {
    JsonNode key = sandbox.getJson("/sandbox/identity/.well-known/jwks.json").path("keys").get(0);

    assertThat(key.has("n")).isTrue();
    assertThat(key.has("d")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                          | /subject",
        "{\"subject\":\"\"}                          | /subject",
        "{\"subject\":7}                             | /subject",
        "{\"subject\":\"a\",\"roles\":[\"king\"]}    | /roles",
        "{\"subject\":\"a\",\"roles\":\"officer\"}   | /roles",
        "{\"subject\":\"a\",\"office\":\"../x\"}     | /office",
        "{\"subject\":\"a\",\"lifetime\":\"soon\"}   | /lifetime",
        "{\"subject\":\"a\",\"rolles\":[]}           | /rolles",
        "[]                                          | ''",
        "{\"subject\":                               | ''",
      })
  void whatIsWrongWithARequestIsNamed(String body, String pointer) {
    HttpResponse<String> answer = sandbox.post("/sandbox/identity/token", body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(answer.body()).contains("\"pointer\":\"" + pointer + "\"");
  }

  private String token(String request) {
    return sandbox.postJson("/sandbox/identity/token", request).path("access_token").asText();
  }

  private JWTClaimsSet verified(String token) throws Exception {
    return processor(sandbox.url() + "/sandbox/identity").process(token, null);
  }

  private DefaultJWTProcessor<SecurityContext> processor(String issuer) throws Exception {
    String keys =
        sandbox
            .getJson("/sandbox/identity/.well-known/openid-configuration")
            .path("jwks_uri")
            .asText();
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            JWSAlgorithm.RS256,
            JWKSourceBuilder.<SecurityContext>create(URI.create(keys).toURL()).build()));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            "antrean-paspor",
            new JWTClaimsSet.Builder().issuer(issuer).build(),
            Set.of("sub", "iat", "nbf", "exp", "jti", "roles")));
    return processor;
  }
}

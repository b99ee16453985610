package id.antrean.sandbox.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import id.antrean.sandbox.http.Fields;
import id.antrean.sandbox.http.Json;
import id.antrean.sandbox.http.Problem;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** The issuer's routes under {@code /sandbox/identity}. */
public final class IdentityRoutes {
  private static final String ROOT = "/sandbox/identity";
  private static final String KEYS = "/.well-known/jwks.json";

  private final Supplier<URI> baseUrl;
  private final RSAKey key;
  private final TokenIssuer tokens;

  /**
   * @param baseUrl where the sandbox is reached, without a path
   * @param audience for whom tokens are
   * @param folder where the key is kept
   */
  public IdentityRoutes(Supplier<URI> baseUrl, String audience, Path folder) {
    this.baseUrl = baseUrl;
    this.key = SigningKey.keptIn(folder);
    this.tokens = new TokenIssuer(key, audience, InstantSource.system());
  }

  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post(ROOT + "/token", this::token);
    routes.get(
        ROOT + "/.well-known/openid-configuration",
        context -> Json.answer(context, discoveryDocument()));
    routes.get(
        ROOT + KEYS,
        context ->
            Json.answer(context, Json.tree(new JWKSet(key).toPublicJWKSet().toJSONObject())));
  }

  private void token(Context context) {
    Fields fields = Fields.of(context.body());
    TokenRequest request = TokenRequest.from(fields);
    if (!fields.errors().isEmpty()) {
      Problem.validation(fields.errors()).answer(context);
      return;
    }
    Json.answer(
        context,
        Json.object()
            .put("access_token", tokens.issue(issuer(), request))
            .put("token_type", "Bearer")
            .put("expires_in", request.lifetime().toSeconds()));
  }

  private ObjectNode discoveryDocument() {
    ObjectNode document = Json.object();
    document.put("issuer", issuer());
    document.put("jwks_uri", issuer() + KEYS);
    document.put("token_endpoint", issuer() + "/token");
    document.set("response_types_supported", Json.tree(List.of("token")));
    document.set("subject_types_supported", Json.tree(List.of("public")));
    document.set("id_token_signing_alg_values_supported", Json.tree(List.of("RS256")));
    document.set(
        "claims_supported",
        Json.tree(List.of("iss", "aud", "sub", "iat", "nbf", "exp", "jti", "roles", "office")));
    return document;
  }

  private String issuer() {
    return baseUrl.get().resolve(ROOT).toString();
  }
}

package id.antrean.composition;

import id.antrean.aws.Environment;
import id.antrean.gateway.Api;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.OidcTokens;
import id.antrean.gateway.Origins;
import id.antrean.gateway.Routes;
import id.antrean.gateway.TokenSettings;
import id.antrean.gateway.VerifyToken;
import io.quarkus.arc.All;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.util.List;

/** The API of a function: whatever routes it has, and who is let in. */
class FrontDoor {

  @Singleton
  Api api(VerifyToken tokens, EventLog log, @All List<Routes> tables) {
    Api api = new Api(tokens, log, Origins.of(Environment.optional("ALLOWED_ORIGINS")));
    tables.forEach(routes -> routes.on(api));
    return api;
  }

  @Singleton
  @DefaultBean
  VerifyToken tokens() {
    return new OidcTokens(
        new TokenSettings(
            Environment.optional("TOKEN_ISSUER"),
            Environment.optional("TOKEN_AUDIENCE"),
            Environment.optional("TOKEN_ROLES_CLAIM"),
            Environment.optional("TOKEN_OFFICE_CLAIM")));
  }
}

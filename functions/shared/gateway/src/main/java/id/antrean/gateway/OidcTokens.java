package id.antrean.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import id.antrean.domain.Unavailable;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens of an OpenID Connect issuer: signature (RS256, ES256), issuer, audience, {@code
 * exp}, {@code nbf} and {@code iat}. The issuer's keys are found through its discovery document,
 * kept, and fetched again when a token names an unknown one. Tokens stay on real time: their
 * issuer's clock is not ours to move.
 */
public final class OidcTokens implements VerifyToken {
  private static final int MILLIS = 2_000;
  private static final int BYTES = 100_000;

  private final TokenSettings settings;
  private final AccessClaims claims;
  private volatile @Nullable DefaultJWTProcessor<SecurityContext> processor;

  public OidcTokens(TokenSettings settings) {
    this.settings = settings;
    this.claims = new AccessClaims(settings);
  }

  @Override
  public Optional<Caller> caller(String token) {
    if (!TokenText.isSound(token) || settings.issuer().isBlank() || settings.audience().isBlank()) {
      return Optional.empty();
    }
    try {
      SignedJWT signed = parsed(token);
      return claims.caller(processor().process(signed, null), signed.getPayload().toJSONObject());
    } catch (JWKSetUnavailableException unreachable) {
      throw new Unavailable("the token issuer's keys", unreachable);
    } catch (ParseException | BadJOSEException | JOSEException notToBeBelieved) {
      return Optional.empty();
    }
  }

  /** Whatever a parser trips over in bytes that anybody may send, is in the bytes. */
  private static SignedJWT parsed(String token) throws ParseException {
    try {
      SignedJWT parsed = SignedJWT.parse(token);
      parsed.getJWTClaimsSet();
      return parsed;
    } catch (RuntimeException tripped) {
      ParseException notAToken = new ParseException("not a token", 0);
      notAToken.initCause(tripped);
      throw notAToken;
    }
  }

  private DefaultJWTProcessor<SecurityContext> processor() {
    DefaultJWTProcessor<SecurityContext> ready = processor;
    if (ready == null) {
      ready = connect();
      processor = ready;
    }
    return ready;
  }

  private DefaultJWTProcessor<SecurityContext> connect() {
    DefaultJWTProcessor<SecurityContext> made = new DefaultJWTProcessor<>();
    made.setJWSKeySelector(
        new JWSVerificationKeySelector<>(Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256), keys()));
    made.setJWTClaimsSetVerifier(new TokenTimes(settings.issuer()));
    return made;
  }

  private JWKSource<SecurityContext> keys() {
    DefaultResourceRetriever http = new DefaultResourceRetriever(MILLIS, MILLIS, BYTES);
    try {
      URI discovery = URI.create(settings.issuer() + "/.well-known/openid-configuration");
      URI keys =
          JSONObjectUtils.getURI(
              JSONObjectUtils.parse(http.retrieveResource(discovery.toURL()).getContent()),
              "jwks_uri");
      if (keys == null || !keys.isAbsolute()) {
        throw new ParseException("no address of keys", 0);
      }
      return JWKSourceBuilder.create(keys.toURL(), http).retrying(true).build();
    } catch (IOException | ParseException unreachable) {
      throw new Unavailable("the token issuer's discovery document", unreachable);
    }
  }
}

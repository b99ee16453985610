package id.antrean.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import id.antrean.domain.Unavailable;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens of an OpenID Connect issuer: signature (RS256, ES256), issuer, audience, {@code
 * exp} and {@code nbf}. The issuer's keys are found through its discovery document, kept, and
 * fetched again when a token names an unknown one. Tokens stay on real time: their issuer's clock
 * is not ours to move.
 */
public final class OidcTokens implements VerifyToken {
  private static final int MILLIS = 2_000;
  private static final int BYTES = 100_000;

  private final TokenSettings settings;
  private volatile @Nullable DefaultJWTProcessor<SecurityContext> processor;

  public OidcTokens(TokenSettings settings) {
    this.settings = settings;
  }

  @Override
  public Optional<Caller> caller(String token) {
    if (settings.issuer().isBlank() || settings.audience().isBlank()) {
      return Optional.empty();
    }
    try {
      JWTClaimsSet claims = processor().process(token, null);
      return isForUs(claims) ? caller(claims) : Optional.empty();
    } catch (RemoteKeySourceException unreachable) {
      throw new Unavailable("the token issuer's keys", unreachable);
    } catch (ParseException | BadJOSEException | KeySourceException notToBeBelieved) {
      return Optional.empty();
    } catch (JOSEException notToBeBelieved) {
      return Optional.empty();
    }
  }

  private boolean isForUs(JWTClaimsSet claims) throws ParseException {
    return claims.getAudience().contains(settings.audience())
        || settings.audience().equals(claims.getStringClaim("client_id"));
  }

  private Optional<Caller> caller(JWTClaimsSet claims) throws ParseException {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Object claim = claims.getClaim(settings.rolesClaim());
    List<?> names =
        claim instanceof List<?> list ? list : claim == null ? List.of() : List.of(claim);
    for (Object name : names) {
      Role.of(String.valueOf(name)).ifPresent(roles::add);
    }
    Object office = claims.getClaim(settings.officeClaim());
    return Optional.of(
        new Caller(claims.getSubject(), roles, office instanceof String text ? text : null));
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
    made.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            new JWTClaimsSet.Builder().issuer(settings.issuer()).build(), Set.of("sub", "exp")));
    return made;
  }

  private JWKSource<SecurityContext> keys() {
    DefaultResourceRetriever http = new DefaultResourceRetriever(MILLIS, MILLIS, BYTES);
    try {
      URI discovery = URI.create(settings.issuer() + "/.well-known/openid-configuration");
      String keys =
          JSONObjectUtils.getString(
              JSONObjectUtils.parse(http.retrieveResource(discovery.toURL()).getContent()),
              "jwks_uri");
      return JWKSourceBuilder.create(URI.create(keys).toURL(), http).retrying(true).build();
    } catch (IOException | ParseException unreachable) {
      throw new Unavailable("the token issuer's discovery document", unreachable);
    }
  }
}

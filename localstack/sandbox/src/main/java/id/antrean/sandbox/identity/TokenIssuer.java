package id.antrean.sandbox.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.UUID;

/** Writes and signs access tokens (RS256). They live on real time, whatever business time says. */
final class TokenIssuer {
  private static final Duration ONE_DAY = Duration.ofDays(1);

  private final RSAKey key;
  private final String audience;
  private final InstantSource time;

  TokenIssuer(RSAKey key, String audience, InstantSource time) {
    this.key = key;
    this.audience = audience;
    this.time = time;
  }

  String issue(String issuer, TokenRequest request) {
    Instant now = time.instant();
    Instant expires = now.plus(request.lifetime());
    Instant from = request.lifetime().isPositive() ? now : expires.minus(ONE_DAY);
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience(request.audience().orElse(audience))
            .subject(request.subject())
            .issueTime(Date.from(from))
            .notBeforeTime(Date.from(from))
            .expirationTime(Date.from(expires))
            .jwtID(UUID.randomUUID().toString())
            .claim("roles", request.roles());
    request.office().ifPresent(office -> claims.claim("office", office));
    return signed(claims.build());
  }

  private String signed(JWTClaimsSet claims) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID(key.getKeyID())
            .type(JOSEObjectType.JWT)
            .build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("The issuer's key does not sign", e);
    }
    return token.serialize();
  }
}

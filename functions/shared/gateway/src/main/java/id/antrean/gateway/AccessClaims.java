package id.antrean.gateway;

import com.nimbusds.jwt.JWTClaimsSet;
import id.antrean.domain.application.DeskAccount;
import id.antrean.domain.text.PlainText;
import java.text.ParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads who calls from the claims of a token whose signature, issuer and times were found good.
 * What a claim is not written as makes the whole token one that cannot be believed: half of a token
 * is no ground to let somebody in, or to let them in as somebody else.
 */
final class AccessClaims {
  /** OpenID Connect Core, 2: a subject does not exceed 255 characters. */
  private static final int LONGEST_SUBJECT = 255;

  private final TokenSettings settings;

  AccessClaims(TokenSettings settings) {
    this.settings = settings;
  }

  /**
   * The caller; empty for claims that are not an access token's for us.
   *
   * @param written the same claims before the library made texts of numbers
   */
  Optional<Caller> caller(JWTClaimsSet claims, Map<String, Object> written) throws ParseException {
    if (!isForUs(claims)) {
      return Optional.empty();
    }
    Object subject = written.get("sub");
    Optional<Set<Role>> roles = roles(claims.getClaim(settings.rolesClaim()));
    Object office = claims.getClaim(settings.officeClaim());
    return subject instanceof String account
            && isSubject(account)
            && roles.isPresent()
            && (office == null || office instanceof String)
        ? Optional.of(new Caller(account, roles.get(), (String) office))
        : Optional.empty();
  }

  private boolean isForUs(JWTClaimsSet claims) throws ParseException {
    return claims.getAudience().contains(settings.audience())
        || settings.audience().equals(claims.getStringClaim("client_id"));
  }

  /**
   * An account is known by its subject, letter by letter: it is compared as it is written, and what
   * two stores could write differently is no subject. Nobody is an office's desk.
   */
  private static boolean isSubject(String subject) {
    return !subject.isBlank()
        && subject.length() <= LONGEST_SUBJECT
        && !DeskAccount.is(subject)
        && PlainText.isUnicode(subject)
        && subject.codePoints().allMatch(PlainText::isSeen);
  }

  /** One role as text, or a list of texts; roles of other systems mean nothing here. */
  private static Optional<Set<Role>> roles(@Nullable Object claim) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    List<?> names =
        claim == null ? List.of() : claim instanceof List<?> list ? list : List.of(claim);
    for (Object name : names) {
      if (!(name instanceof String text)) {
        return Optional.empty();
      }
      Role.of(text).ifPresent(roles::add);
    }
    return Optional.of(roles);
  }
}

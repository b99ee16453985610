package id.antrean.gateway;

/**
 * Whose tokens are believed.
 *
 * @param issuer of the tokens; empty: every token is refused
 * @param audience a token must carry, as {@code aud} or {@code client_id}; empty: every token is
 *     refused
 * @param rolesClaim name of the claim with the roles
 * @param officeClaim name of the claim with the office
 */
public record TokenSettings(
    String issuer, String audience, String rolesClaim, String officeClaim) {}

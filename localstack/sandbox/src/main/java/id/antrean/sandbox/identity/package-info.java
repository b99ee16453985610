/** Stands for the OIDC issuer: RS256 tokens, discovery document and key set. */
@NullMarked
package id.antrean.sandbox.identity;

import org.jspecify.annotations.NullMarked;

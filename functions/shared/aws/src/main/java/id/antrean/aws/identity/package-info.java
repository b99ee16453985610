/**
 * What identifies: identity numbers sealed under a key of KMS, keyed hashes, and the ids made of
 * them; and the queue on which open questions about a person wait.
 */
@NullMarked
package id.antrean.aws.identity;

import org.jspecify.annotations.NullMarked;

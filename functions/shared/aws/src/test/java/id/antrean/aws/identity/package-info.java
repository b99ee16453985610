/** How identity numbers are sealed and what keyed hashes promise. */
@NullMarked
package id.antrean.aws.identity;

import org.jspecify.annotations.NullMarked;

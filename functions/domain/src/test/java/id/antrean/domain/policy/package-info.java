/** Each rule by itself, in a test of its name, with the moments and numbers at which it turns. */
@NullMarked
package id.antrean.domain.policy;

import org.jspecify.annotations.NullMarked;

/** Each rule by itself, over the ports in memory's people and offices. */
@NullMarked
package id.antrean.domain.policy;

import org.jspecify.annotations.NullMarked;

/** How much one account may do in a time, so that a few leave room for all. */
@NullMarked
package id.antrean.domain.allowance;

import org.jspecify.annotations.NullMarked;

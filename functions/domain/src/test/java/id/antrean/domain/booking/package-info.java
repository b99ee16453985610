/** How a hold is named. */
@NullMarked
package id.antrean.domain.booking;

import org.jspecify.annotations.NullMarked;

/** The rules of holding a seat, each under the name of the rule. */
@NullMarked
package id.antrean.domain.booking;

import org.jspecify.annotations.NullMarked;

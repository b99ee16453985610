/** What becomes of money, each rule under its name. */
@NullMarked
package id.antrean.payments;

import org.jspecify.annotations.NullMarked;

/** Fees, bills, and money that arrives. */
@NullMarked
package id.antrean.domain.payment;

import org.jspecify.annotations.NullMarked;

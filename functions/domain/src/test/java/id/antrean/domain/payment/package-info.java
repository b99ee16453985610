/** What things cost and how money is named. */
@NullMarked
package id.antrean.domain.payment;

import org.jspecify.annotations.NullMarked;

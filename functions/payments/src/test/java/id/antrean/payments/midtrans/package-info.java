/** Midtrans' formats and signature, held against published vectors. */
@NullMarked
package id.antrean.payments.midtrans;

import org.jspecify.annotations.NullMarked;

/** Midtrans' formats and signature, held against published vectors. */
@NullMarked
package id.antrean.senders.midtrans;

import org.jspecify.annotations.NullMarked;

/** Midtrans: its notifications, their partial signature, and its status API. */
@NullMarked
package id.antrean.payments.midtrans;

import org.jspecify.annotations.NullMarked;

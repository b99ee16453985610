/** Midtrans: its notifications, their partial signature, and its status API. */
@NullMarked
package id.antrean.senders.midtrans;

import org.jspecify.annotations.NullMarked;

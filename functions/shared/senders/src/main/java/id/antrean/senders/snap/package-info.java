/**
 * SNAP BI, the national standard of banks and payment providers (ASPI): tokens, signatures, inquiry
 * and payment of virtual accounts, and QRIS notifications, as its receiver.
 */
@NullMarked
package id.antrean.senders.snap;

import org.jspecify.annotations.NullMarked;

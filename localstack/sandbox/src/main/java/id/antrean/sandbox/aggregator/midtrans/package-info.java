/** Midtrans: its notification, its signature and its status API. */
@NullMarked
package id.antrean.sandbox.aggregator.midtrans;

import org.jspecify.annotations.NullMarked;

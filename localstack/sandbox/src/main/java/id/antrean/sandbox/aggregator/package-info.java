/**
 * Stands for the payment aggregators: a payment made here is posted to the API as a truly signed
 * notification.
 */
@NullMarked
package id.antrean.sandbox.aggregator;

import org.jspecify.annotations.NullMarked;

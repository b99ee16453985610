/** A bank that speaks SNAP BI: it gets a token, asks what a bill is, and tells that it was paid. */
@NullMarked
package id.antrean.sandbox.aggregator.snap;

import org.jspecify.annotations.NullMarked;

/** Xendit: its callbacks in the formats of all its products, and its API. */
@NullMarked
package id.antrean.sandbox.aggregator.xendit;

import org.jspecify.annotations.NullMarked;

/** DOKU's notifications that are not SNAP's. */
@NullMarked
package id.antrean.sandbox.aggregator.doku;

import org.jspecify.annotations.NullMarked;

/** What proves that the protocol holds, and that the proof would notice if it did not. */
@NullMarked
package id.antrean.simulation;

import org.jspecify.annotations.NullMarked;

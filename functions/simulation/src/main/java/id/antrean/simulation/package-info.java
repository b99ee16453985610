/**
 * The ports in memory, behaving as the real stores promise: conditions hold, answers may get lost,
 * calls can be interleaved.
 */
@NullMarked
package id.antrean.simulation;

import org.jspecify.annotations.NullMarked;

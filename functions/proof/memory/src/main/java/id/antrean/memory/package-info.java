/**
 * The ports in memory, behaving as the real stores promise: conditions hold, answers may get lost,
 * calls can be interleaved.
 */
@NullMarked
package id.antrean.memory;

import org.jspecify.annotations.NullMarked;

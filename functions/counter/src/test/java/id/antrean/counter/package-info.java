/** The counter over stores in memory: who is let in, who is called, and how a visit ends. */
@NullMarked
package id.antrean.counter;

import org.jspecify.annotations.NullMarked;

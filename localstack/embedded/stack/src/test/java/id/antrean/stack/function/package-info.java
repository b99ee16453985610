/** Processes of functions, seen from inside. */
@NullMarked
package id.antrean.stack.function;

import org.jspecify.annotations.NullMarked;

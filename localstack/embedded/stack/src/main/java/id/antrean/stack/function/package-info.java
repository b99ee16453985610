/**
 * Hosts the functions as Lambda would: code package, environment, time limit, concurrency, output.
 */
@NullMarked
package id.antrean.stack.function;

import org.jspecify.annotations.NullMarked;

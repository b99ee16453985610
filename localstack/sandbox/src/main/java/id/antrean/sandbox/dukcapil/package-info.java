/**
 * Stands for Dukcapil, the civil registry: compares what a person says of themselves, in the
 * registry's real format.
 */
@NullMarked
package id.antrean.sandbox.dukcapil;

import org.jspecify.annotations.NullMarked;

/**
 * What the functions share, made once. Each method with a scope makes a bean of what it takes, when
 * a function first asks for it; a function that asks for none of a kind neither makes it nor reads
 * its variables, and Quarkus leaves its maker out. A function's own {@code Wiring} adds what is its
 * own, and has the last word where a maker here is a default.
 */
@NullMarked
package id.antrean.composition;

import org.jspecify.annotations.NullMarked;

/** How soon a function that was not there answers, and what it takes of a machine. */
@NullMarked
package id.antrean.bench.starts;

import org.jspecify.annotations.NullMarked;

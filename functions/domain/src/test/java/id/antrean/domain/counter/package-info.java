/** The line of a day, and the tickets with which people come. */
@NullMarked
package id.antrean.domain.counter;

import org.jspecify.annotations.NullMarked;

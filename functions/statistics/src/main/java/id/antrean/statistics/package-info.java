/** What happened at each office, day and lane, counted from the stream of the applications. */
@NullMarked
package id.antrean.statistics;

import org.jspecify.annotations.NullMarked;

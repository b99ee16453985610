/** The statistics as the stream brings them about and as an office sees them. */
@NullMarked
package id.antrean.statistics;

import org.jspecify.annotations.NullMarked;

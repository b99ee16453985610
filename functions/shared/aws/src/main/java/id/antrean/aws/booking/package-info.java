/** Holding seats, put together over tables and a queue. */
@NullMarked
package id.antrean.aws.booking;

import org.jspecify.annotations.NullMarked;

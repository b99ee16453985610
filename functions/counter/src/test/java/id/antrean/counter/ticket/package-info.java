/** What a ticket looks like to a scanner, to a reader of PDF and to whoever types its code. */
@NullMarked
package id.antrean.counter.ticket;

import org.jspecify.annotations.NullMarked;

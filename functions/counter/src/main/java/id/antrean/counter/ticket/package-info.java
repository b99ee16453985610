/**
 * The ticket to be shown at the counter, as a picture for a screen and as a page for a printer.
 * Both are written byte by byte: a native image has no AWT, and the same ticket is the same bytes.
 */
@NullMarked
package id.antrean.counter.ticket;

import org.jspecify.annotations.NullMarked;

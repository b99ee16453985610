/**
 * The visit: the ticket that is shown at the door, and the line of those who have come, in which
 * nobody is called to two desks.
 */
@NullMarked
package id.antrean.domain.counter;

import org.jspecify.annotations.NullMarked;

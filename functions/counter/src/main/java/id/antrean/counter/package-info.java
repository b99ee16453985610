/**
 * The visit: the ticket that an applicant shows, and the counter where they are checked in, called,
 * and let go with an outcome. What an officer sees of an application before it is here too.
 */
@NullMarked
package id.antrean.counter;

import org.jspecify.annotations.NullMarked;

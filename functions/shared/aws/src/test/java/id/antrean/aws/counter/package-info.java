/** What a ticket says, and who can say it. */
@NullMarked
package id.antrean.aws.counter;

import org.jspecify.annotations.NullMarked;

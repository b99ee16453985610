/** The keeper of time: looks after every hold, whatever became of whoever made it. */
@NullMarked
package id.antrean.expiry;

import org.jspecify.annotations.NullMarked;

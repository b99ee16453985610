/** Declaring, verifying and taking back by their rules, over stores in memory. */
@NullMarked
package id.antrean.uploads;

import org.jspecify.annotations.NullMarked;

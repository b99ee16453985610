/** Registering and correcting by their rules, over stores in memory that keep their promises. */
@NullMarked
package id.antrean.registration;

import org.jspecify.annotations.NullMarked;

/** The papers of an application: declared, uploaded straight to the store, verified, taken back. */
@NullMarked
package id.antrean.uploads;

import org.jspecify.annotations.NullMarked;

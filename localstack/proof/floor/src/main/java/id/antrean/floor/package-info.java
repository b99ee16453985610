/** What the starts of functions are measured against. */
@NullMarked
package id.antrean.floor;

import org.jspecify.annotations.NullMarked;

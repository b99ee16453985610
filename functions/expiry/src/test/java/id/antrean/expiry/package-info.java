/** What becomes of holds, each rule under its name. */
@NullMarked
package id.antrean.expiry;

import org.jspecify.annotations.NullMarked;

/** The commands as the developer meets them. */
@NullMarked
package id.antrean.cli;

import org.jspecify.annotations.NullMarked;

/** The start and the end of the system. */
@NullMarked
package id.antrean.cli.up;

import org.jspecify.annotations.NullMarked;

/** Dead letters, seen and moved back to where they came from. */
@NullMarked
package id.antrean.cli.redrive;

import org.jspecify.annotations.NullMarked;

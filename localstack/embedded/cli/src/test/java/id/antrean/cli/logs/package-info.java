/** Logs in order. */
@NullMarked
package id.antrean.cli.logs;

import org.jspecify.annotations.NullMarked;

/** What the functions of a running stack have written down, in order of time. */
@NullMarked
package id.antrean.cli.logs;

import org.jspecify.annotations.NullMarked;

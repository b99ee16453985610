/** What the developer sees: lines, colours where a terminal wants them. */
@NullMarked
package id.antrean.cli.console;

import org.jspecify.annotations.NullMarked;

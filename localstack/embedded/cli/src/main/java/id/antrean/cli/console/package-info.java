/** What the developer sees: colours where a terminal wants them, and why a command cannot go on. */
@NullMarked
package id.antrean.cli.console;

import org.jspecify.annotations.NullMarked;

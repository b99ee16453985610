/** Puts the stack and the outside world together in one process, and says what runs where. */
@NullMarked
package id.antrean.cli.up;

import org.jspecify.annotations.NullMarked;

/**
 * The stack under test: where it runs, its contract, and the outside world that it can be given.
 */
@NullMarked
package id.antrean.acceptance.stack;

import org.jspecify.annotations.NullMarked;

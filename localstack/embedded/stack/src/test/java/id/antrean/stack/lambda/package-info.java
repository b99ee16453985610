/** Small functions that the tests deploy; they run in loaders of their own. */
@NullMarked
package id.antrean.stack.lambda;

import org.jspecify.annotations.NullMarked;

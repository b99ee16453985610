/** What the template's policies allow each function, and what of it was used. */
@NullMarked
package id.antrean.stack.access;

import org.jspecify.annotations.NullMarked;

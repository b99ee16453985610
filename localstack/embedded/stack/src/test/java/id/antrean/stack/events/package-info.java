/** What runs by itself, without a stack. */
@NullMarked
package id.antrean.stack.events;

import org.jspecify.annotations.NullMarked;

/** What the counter answers. */
@NullMarked
package id.antrean.counter.view;

import org.jspecify.annotations.NullMarked;

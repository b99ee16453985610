@NullMarked
package id.antrean.stack.watch;

import org.jspecify.annotations.NullMarked;

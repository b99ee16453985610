@NullMarked
package id.antrean.stack.access;

import org.jspecify.annotations.NullMarked;

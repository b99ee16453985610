@NullMarked
package id.antrean.stack.deploy;

import org.jspecify.annotations.NullMarked;

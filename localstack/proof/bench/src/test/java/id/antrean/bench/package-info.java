@NullMarked
package id.antrean.bench;

import org.jspecify.annotations.NullMarked;

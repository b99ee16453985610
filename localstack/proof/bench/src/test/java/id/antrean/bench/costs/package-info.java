@NullMarked
package id.antrean.bench.costs;

import org.jspecify.annotations.NullMarked;

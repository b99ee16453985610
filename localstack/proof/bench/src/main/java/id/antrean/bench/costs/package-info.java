/** What an application costs: counted on the whole stack, priced from data, told on a page. */
@NullMarked
package id.antrean.bench.costs;

import org.jspecify.annotations.NullMarked;

/** The sandbox as its callers see it: over HTTP, checked with the libraries that they would use. */
@NullMarked
package id.antrean.sandbox;

import org.jspecify.annotations.NullMarked;

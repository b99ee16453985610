/** What every room of the domain shares. */
@NullMarked
package id.antrean.domain;

import org.jspecify.annotations.NullMarked;

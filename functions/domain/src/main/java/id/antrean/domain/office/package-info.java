/** Immigration offices, their sessions and the seats in them. */
@NullMarked
package id.antrean.domain.office;

import org.jspecify.annotations.NullMarked;

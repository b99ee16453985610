/**
 * Taking a seat, moving it, leaving it: the protocol of infra/README.md. Who may is said by the
 * rules of {@code policy}.
 */
@NullMarked
package id.antrean.domain.seat;

import org.jspecify.annotations.NullMarked;

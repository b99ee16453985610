/**
 * Taking a seat, moving it, leaving it: the protocol of infra/README.md, and the policies of who
 * may.
 */
@NullMarked
package id.antrean.domain.seat;

import org.jspecify.annotations.NullMarked;

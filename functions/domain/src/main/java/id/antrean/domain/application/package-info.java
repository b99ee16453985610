/** An application's life, from the first form to the seat that is paid for. */
@NullMarked
package id.antrean.domain.application;

import org.jspecify.annotations.NullMarked;

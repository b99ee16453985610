/** Standard Webhooks, held against the reference libraries' vectors. */
@NullMarked
package id.antrean.payments.standard;

import org.jspecify.annotations.NullMarked;

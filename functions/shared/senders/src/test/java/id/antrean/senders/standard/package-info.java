/** Standard Webhooks, held against the reference libraries' vectors. */
@NullMarked
package id.antrean.senders.standard;

import org.jspecify.annotations.NullMarked;

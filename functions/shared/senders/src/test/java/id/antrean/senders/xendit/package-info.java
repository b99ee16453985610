/** Xendit's formats, held against its documentation's samples. */
@NullMarked
package id.antrean.senders.xendit;

import org.jspecify.annotations.NullMarked;

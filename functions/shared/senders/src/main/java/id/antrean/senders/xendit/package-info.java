/** Xendit: its static token, the formats of its generations of products, and its API. */
@NullMarked
package id.antrean.senders.xendit;

import org.jspecify.annotations.NullMarked;

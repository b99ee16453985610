/** DOKU's signature and formats. */
@NullMarked
package id.antrean.senders.doku;

import org.jspecify.annotations.NullMarked;

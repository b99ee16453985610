/** DOKU's notifications that are not SNAP's: signature over headers, path and body. */
@NullMarked
package id.antrean.senders.doku;

import org.jspecify.annotations.NullMarked;

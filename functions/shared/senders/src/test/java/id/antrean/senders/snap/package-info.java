/** SNAP BI, held against published vectors. */
@NullMarked
package id.antrean.senders.snap;

import org.jspecify.annotations.NullMarked;

/**
 * Looks into pictures: decodes them as far as it takes to know that their rows are there, and keeps
 * no pixel. By our own hand, since Java's decoders belong to the desktop, which does not run in a
 * native function, and trust the sizes that a file claims.
 */
@NullMarked
package id.antrean.uploads.inspection.picture;

import org.jspecify.annotations.NullMarked;

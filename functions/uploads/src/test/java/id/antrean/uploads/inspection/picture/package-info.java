/** How pictures are judged. */
@NullMarked
package id.antrean.uploads.inspection.picture;

import org.jspecify.annotations.NullMarked;

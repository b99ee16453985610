/** How files are judged, and what that costs at most. */
@NullMarked
package id.antrean.uploads.inspection;

import org.jspecify.annotations.NullMarked;

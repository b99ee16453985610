/** How PDFs are judged. */
@NullMarked
package id.antrean.uploads.inspection;

import org.jspecify.annotations.NullMarked;

/** How PDFs are judged. */
@NullMarked
package id.antrean.uploads.inspection.pdf;

import org.jspecify.annotations.NullMarked;

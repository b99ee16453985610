/**
 * Looks into a file that arrived, before anybody is shown it: pictures by the domain's own walk,
 * PDFs by PDFBox's parser without its document model, which would bring in the desktop libraries.
 */
@NullMarked
package id.antrean.uploads.inspection;

import org.jspecify.annotations.NullMarked;

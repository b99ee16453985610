/**
 * Looks into a PDF as viewers do that mend what is broken: by what stands in the file, not by what
 * its tables say. Nothing here is drawn, and nothing trusts a number of the file's before the bytes
 * for it are there.
 */
@NullMarked
package id.antrean.uploads.inspection.pdf;

import org.jspecify.annotations.NullMarked;

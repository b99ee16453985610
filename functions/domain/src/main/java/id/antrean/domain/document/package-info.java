/** The papers an application needs, and whether a file that arrived is fit to be one. */
@NullMarked
package id.antrean.domain.document;

import org.jspecify.annotations.NullMarked;

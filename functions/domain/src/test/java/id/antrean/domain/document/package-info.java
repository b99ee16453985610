/** How uploaded files are judged. */
@NullMarked
package id.antrean.domain.document;

import org.jspecify.annotations.NullMarked;

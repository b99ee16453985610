/** How NIKs are read and compared. */
@NullMarked
package id.antrean.domain.applicant;

import org.jspecify.annotations.NullMarked;

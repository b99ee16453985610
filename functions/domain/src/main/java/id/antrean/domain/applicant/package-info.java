/**
 * Who applies: the identity number and what can be read from it, and the question put to the civil
 * registry about a person.
 */
@NullMarked
package id.antrean.domain.applicant;

import org.jspecify.annotations.NullMarked;

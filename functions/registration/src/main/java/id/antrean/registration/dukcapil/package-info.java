/**
 * The civil registry's web service (Dukcapil, {@code CALL_VERIFY_BY_ELEMEN}), spoken as it really
 * answers: verdicts and operational troubles come in the same HTTP 200 envelope, and only the
 * former may count against a person.
 */
@NullMarked
package id.antrean.registration.dukcapil;

import org.jspecify.annotations.NullMarked;

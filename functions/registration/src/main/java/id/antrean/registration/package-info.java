/**
 * Registering a person, looking at and correcting an application, cancelling it; and asking the
 * civil registry again where it did not answer.
 */
@NullMarked
package id.antrean.registration;

import org.jspecify.annotations.NullMarked;

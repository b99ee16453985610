/** Dukcapil's answers, as they come over a real connection. */
@NullMarked
package id.antrean.registration.dukcapil;

import org.jspecify.annotations.NullMarked;

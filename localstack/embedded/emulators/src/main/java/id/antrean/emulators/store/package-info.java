/**
 * Small JSON documents on disk that are replaced as a whole, so that a killed process leaves the
 * old or the new one.
 */
@NullMarked
package id.antrean.emulators.store;

import org.jspecify.annotations.NullMarked;

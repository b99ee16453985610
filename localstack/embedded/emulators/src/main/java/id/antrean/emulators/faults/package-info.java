/**
 * Faults a developer asks for: what goes wrong between a caller and a service, how often, and in
 * which shape.
 */
@NullMarked
package id.antrean.emulators.faults;

import org.jspecify.annotations.NullMarked;

/** Business time that can be moved ahead of the system's clock, and is kept over restarts. */
@NullMarked
package id.antrean.emulators.clock;

import org.jspecify.annotations.NullMarked;

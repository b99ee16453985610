/** Business time as a developer sees and moves it. */
@NullMarked
package id.antrean.sandbox.clock;

import org.jspecify.annotations.NullMarked;

/** Makes the template's resources on the emulators, and knows their physical names. */
@NullMarked
package id.antrean.stack.deploy;

import org.jspecify.annotations.NullMarked;

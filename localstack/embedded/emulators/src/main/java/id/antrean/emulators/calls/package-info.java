/** What every service of AWS has in common: a call, its answer, its errors. */
@NullMarked
package id.antrean.emulators.calls;

import org.jspecify.annotations.NullMarked;

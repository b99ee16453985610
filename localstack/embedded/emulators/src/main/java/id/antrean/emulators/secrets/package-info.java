/** Secrets Manager: secrets made at first start, their versions and stages. */
@NullMarked
package id.antrean.emulators.secrets;

import org.jspecify.annotations.NullMarked;

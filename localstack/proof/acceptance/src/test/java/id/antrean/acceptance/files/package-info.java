/** Files to upload: small real ones, and ones with a fault. */
@NullMarked
package id.antrean.acceptance.files;

import org.jspecify.annotations.NullMarked;

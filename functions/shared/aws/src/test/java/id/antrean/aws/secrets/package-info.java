/** Secrets that change. */
@NullMarked
package id.antrean.aws.secrets;

import org.jspecify.annotations.NullMarked;

/** How long an office may be remembered. */
@NullMarked
package id.antrean.aws.offices;

import org.jspecify.annotations.NullMarked;

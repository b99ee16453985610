/** Counting what accounts do, in the guards table. */
@NullMarked
package id.antrean.aws.allowance;

import org.jspecify.annotations.NullMarked;

/** Tests of what an account may do. */
@NullMarked
package id.antrean.domain.allowance;

import org.jspecify.annotations.NullMarked;

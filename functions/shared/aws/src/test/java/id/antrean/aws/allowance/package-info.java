/** Tests of counting on a real store. */
@NullMarked
package id.antrean.aws.allowance;

import org.jspecify.annotations.NullMarked;

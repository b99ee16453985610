/** Secrets of Secrets Manager, read again now and then so that a rotation is taken up. */
@NullMarked
package id.antrean.aws.secrets;

import org.jspecify.annotations.NullMarked;

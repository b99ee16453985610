/** How calls to AWS are tried again, and which are not. */
@NullMarked
package id.antrean.aws;

import org.jspecify.annotations.NullMarked;

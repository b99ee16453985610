/** Tests of text. */
@NullMarked
package id.antrean.domain.text;

import org.jspecify.annotations.NullMarked;

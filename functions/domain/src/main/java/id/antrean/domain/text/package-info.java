/** Text as people and machines write it, made fit to be kept, compared and shown. */
@NullMarked
package id.antrean.domain.text;

import org.jspecify.annotations.NullMarked;

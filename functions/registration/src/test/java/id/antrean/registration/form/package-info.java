/** Tests of what people write about themselves. */
@NullMarked
package id.antrean.registration.form;

import org.jspecify.annotations.NullMarked;

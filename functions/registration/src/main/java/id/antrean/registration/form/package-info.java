/** What a person writes about themselves: read from JSON, with everything wrong found at once. */
@NullMarked
package id.antrean.registration.form;

import org.jspecify.annotations.NullMarked;

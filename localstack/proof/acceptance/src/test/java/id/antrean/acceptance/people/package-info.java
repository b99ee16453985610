/** The people and machines that use the system, and what each of them can do with it. */
@NullMarked
package id.antrean.acceptance.people;

import org.jspecify.annotations.NullMarked;

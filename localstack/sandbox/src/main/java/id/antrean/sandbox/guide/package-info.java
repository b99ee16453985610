/** Pages that tell a person, or a curl, what there is here and what can be asked. */
@NullMarked
package id.antrean.sandbox.guide;

import org.jspecify.annotations.NullMarked;

/** Template reading, rule by rule. */
@NullMarked
package id.antrean.stack.template;

import org.jspecify.annotations.NullMarked;

/** The rules that need stores to be seen, each under the name of the rule. */
@NullMarked
package id.antrean.memory;

import org.jspecify.annotations.NullMarked;

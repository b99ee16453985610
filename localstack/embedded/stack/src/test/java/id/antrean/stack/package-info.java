/** The stack from outside: small templates with small functions, started for real. */
@NullMarked
package id.antrean.stack;

import org.jspecify.annotations.NullMarked;

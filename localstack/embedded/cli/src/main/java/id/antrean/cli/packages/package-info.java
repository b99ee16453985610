/** The code packages of the functions: which are at hand, and a template that is made of them. */
@NullMarked
package id.antrean.cli.packages;

import org.jspecify.annotations.NullMarked;

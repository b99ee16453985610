@NullMarked
package id.antrean.cli.packages;

import org.jspecify.annotations.NullMarked;

@NullMarked
package id.antrean.cli.nativebuild;

import org.jspecify.annotations.NullMarked;

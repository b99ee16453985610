/** Native packages: what builds them here, how far the build is, and what came of it. */
@NullMarked
package id.antrean.cli.nativebuild;

import org.jspecify.annotations.NullMarked;

/**
 * The one HTTP endpoint in front of every service but S3: recognises service, operation and caller,
 * forwards or answers.
 */
@NullMarked
package id.antrean.emulators.edge;

import org.jspecify.annotations.NullMarked;

/**
 * Looks into a file that arrived, before anybody is shown it. No parser of others is behind it:
 * those at hand trust the sizes that a file claims, or belong to the desktop.
 */
@NullMarked
package id.antrean.uploads.inspection;

import org.jspecify.annotations.NullMarked;

/** The statistics table on the store itself. */
@NullMarked
package id.antrean.aws.statistics;

import org.jspecify.annotations.NullMarked;

/** The statistics table: what was counted, and which steps were. */
@NullMarked
package id.antrean.aws.statistics;

import org.jspecify.annotations.NullMarked;

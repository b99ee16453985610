/** What happened at an office, counted by day and lane, for those who steer it. */
@NullMarked
package id.antrean.domain.statistics;

import org.jspecify.annotations.NullMarked;

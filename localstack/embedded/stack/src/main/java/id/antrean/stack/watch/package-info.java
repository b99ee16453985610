/**
 * What CloudWatch would know of the running stack: the metrics that functions write into their logs
 * and those that AWS's services keep, as far as they are run here, and the template's alarms on
 * them.
 */
@NullMarked
package id.antrean.stack.watch;

import org.jspecify.annotations.NullMarked;

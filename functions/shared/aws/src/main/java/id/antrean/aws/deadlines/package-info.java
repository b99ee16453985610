/** What keeps time: the deadline queue and the Step Functions timer. */
@NullMarked
package id.antrean.aws.deadlines;

import org.jspecify.annotations.NullMarked;

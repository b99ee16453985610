/** Seats in DynamoDB: the one conditional write on a session's set of holds. */
@NullMarked
package id.antrean.aws.seats;

import org.jspecify.annotations.NullMarked;

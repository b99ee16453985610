/** Bills and notifications in DynamoDB, and the queue for those that have to wait. */
@NullMarked
package id.antrean.aws.payments;

import org.jspecify.annotations.NullMarked;

/** Offices in DynamoDB. They change rarely, so each function keeps them in memory for a minute. */
@NullMarked
package id.antrean.aws.offices;

import org.jspecify.annotations.NullMarked;

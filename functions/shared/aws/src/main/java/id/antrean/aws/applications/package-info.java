/**
 * Applications in DynamoDB: one item each, changed attribute by attribute under the condition of
 * its version.
 */
@NullMarked
package id.antrean.aws.applications;

import org.jspecify.annotations.NullMarked;

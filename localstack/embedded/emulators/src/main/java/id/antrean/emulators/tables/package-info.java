/**
 * DynamoDB: DynamoDB Local's answers, and what it does not do itself, former moments of a table.
 */
@NullMarked
package id.antrean.emulators.tables;

import org.jspecify.annotations.NullMarked;

/**
 * The stream of the applications table, as what happened to applications: the outbox that whoever
 * wants to know reads.
 */
@NullMarked
package id.antrean.aws.stream;

import org.jspecify.annotations.NullMarked;

/**
 * The sessions table as a calendar: an office's month is one partition with its sessions, and one
 * item for each day that was laid out or set. Seats are the business of {@code aws.seats}: nothing
 * here writes them.
 */
@NullMarked
package id.antrean.aws.calendar;

import org.jspecify.annotations.NullMarked;

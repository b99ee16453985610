/**
 * The counter table: each office's line of a day, what was asked for under which key that day, and
 * tickets, by their codes and by the holds they are for. It has ids and numbers, and nothing of a
 * person. All of it ends by itself.
 */
@NullMarked
package id.antrean.aws.counter;

import org.jspecify.annotations.NullMarked;

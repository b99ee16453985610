/** What calls functions besides people: queues, uploads, schedules. */
@NullMarked
package id.antrean.stack.events;

import org.jspecify.annotations.NullMarked;

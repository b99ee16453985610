/**
 * What a developer does to a system that runs elsewhere: its queues and schedules, by the names its
 * template gives them.
 */
@NullMarked
package id.antrean.sandbox.system;

import org.jspecify.annotations.NullMarked;

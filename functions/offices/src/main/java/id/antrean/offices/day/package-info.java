/** A day as its office sees it, and who is in its sessions, by number. */
@NullMarked
package id.antrean.offices.day;

import org.jspecify.annotations.NullMarked;

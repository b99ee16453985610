/** Closing sessions, now or ahead, and taking that back: carried out session by session. */
@NullMarked
package id.antrean.offices.closure;

import org.jspecify.annotations.NullMarked;

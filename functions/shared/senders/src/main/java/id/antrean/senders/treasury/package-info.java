/**
 * The treasury: where the senders pass the money on to, and whose number (NTPN) is the proof that
 * the state has it. It tells nothing by itself; its list of a day is read.
 */
@NullMarked
package id.antrean.senders.treasury;

import org.jspecify.annotations.NullMarked;

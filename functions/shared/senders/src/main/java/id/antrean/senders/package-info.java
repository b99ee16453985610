/**
 * The aggregators: a package each for what they sign, what they say, and what can be asked of them;
 * here, what bounds and reads the texts of all.
 */
@NullMarked
package id.antrean.senders;

import org.jspecify.annotations.NullMarked;

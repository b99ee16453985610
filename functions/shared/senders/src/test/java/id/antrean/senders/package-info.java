/** What senders write and sign, each rule under its name. */
@NullMarked
package id.antrean.senders;

import org.jspecify.annotations.NullMarked;

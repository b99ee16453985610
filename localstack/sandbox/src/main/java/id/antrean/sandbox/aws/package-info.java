/**
 * What the outside parties need to know of the system: its bills and the secrets it shares with
 * them.
 */
@NullMarked
package id.antrean.sandbox.aws;

import org.jspecify.annotations.NullMarked;

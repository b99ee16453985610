/**
 * What every room of the domain shares: who acts, ids, and what is below all of them. It knows none
 * of them.
 */
@NullMarked
package id.antrean.domain;

import org.jspecify.annotations.NullMarked;

/** What every room of the domain shares: who acts, and how an answer says yes or no. */
@NullMarked
package id.antrean.domain;

import org.jspecify.annotations.NullMarked;

/** What the offices function answers, in the words of the contract. */
@NullMarked
package id.antrean.offices.view;

import org.jspecify.annotations.NullMarked;

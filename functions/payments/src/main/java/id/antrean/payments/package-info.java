/**
 * Money that arrives: authentic notifications are kept before anything else, and settle what they
 * pay for.
 */
@NullMarked
package id.antrean.payments;

import org.jspecify.annotations.NullMarked;

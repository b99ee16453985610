/** A sender that follows the Standard Webhooks specification. */
@NullMarked
package id.antrean.sandbox.aggregator.standard;

import org.jspecify.annotations.NullMarked;

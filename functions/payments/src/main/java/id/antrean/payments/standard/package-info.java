/** Senders that follow Standard Webhooks (standardwebhooks.com, specification 1.0.0). */
@NullMarked
package id.antrean.payments.standard;

import org.jspecify.annotations.NullMarked;

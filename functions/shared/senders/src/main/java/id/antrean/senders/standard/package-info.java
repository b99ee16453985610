/** Senders that follow Standard Webhooks (standardwebhooks.com, specification 1.0.0). */
@NullMarked
package id.antrean.senders.standard;

import org.jspecify.annotations.NullMarked;

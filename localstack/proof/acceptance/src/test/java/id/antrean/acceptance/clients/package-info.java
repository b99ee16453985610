/** Clients as strangers have them: generated from the contract, and a browser. */
@NullMarked
package id.antrean.acceptance.clients;

import org.jspecify.annotations.NullMarked;

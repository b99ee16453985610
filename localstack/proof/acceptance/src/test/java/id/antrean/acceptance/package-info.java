/**
 * What Antrean Paspor promises, shown from outside: every test speaks HTTP to a running stack, and
 * every answer is held against the contract in {@code infra/openapi.yaml}.
 */
@NullMarked
package id.antrean.acceptance;

import org.jspecify.annotations.NullMarked;

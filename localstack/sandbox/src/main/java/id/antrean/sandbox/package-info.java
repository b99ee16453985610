/**
 * The outside world on a developer's machine: the OIDC issuer, the payment aggregators, Dukcapil
 * and the clock, spoken over real HTTP with real signatures. No function knows that it is not the
 * real thing.
 */
@NullMarked
package id.antrean.sandbox;

import org.jspecify.annotations.NullMarked;

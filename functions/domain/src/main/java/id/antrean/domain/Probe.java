package id.antrean.domain;

import java.time.Instant;

/** Probe. */
public record Probe(Instant at) {}

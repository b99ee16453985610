package id.antrean.composition;

import java.util.function.Supplier;

/** The secret under all keyed hashes. It is not rotated: what was hashed has to be found again. */
public interface KeyedHashSecret extends Supplier<String> {}

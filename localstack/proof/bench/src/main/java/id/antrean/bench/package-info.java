/**
 * What a rush for seats is like on the real store: how many are answered, how fast, and what each
 * of them costs.
 */
@NullMarked
package id.antrean.bench;

import org.jspecify.annotations.NullMarked;

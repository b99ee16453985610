/**
 * KMS: symmetric keys made at first start; data keys, encryption and decryption bound to their
 * context.
 */
@NullMarked
package id.antrean.emulators.keys;

import org.jspecify.annotations.NullMarked;

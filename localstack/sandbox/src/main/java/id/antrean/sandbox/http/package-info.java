/**
 * How every sandbox route reads a body and answers: all faults of a request at once, as
 * problem+json.
 */
@NullMarked
package id.antrean.sandbox.http;

import org.jspecify.annotations.NullMarked;

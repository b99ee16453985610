/**
 * What the developer types: up, token, demo, help. Errors are one sentence, never a stack trace.
 */
@NullMarked
package id.antrean.cli;

import org.jspecify.annotations.NullMarked;

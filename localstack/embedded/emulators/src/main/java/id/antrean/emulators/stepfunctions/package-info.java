/**
 * Step Functions: interprets state machines (Amazon States Language with JSONPath) whose waits
 * survive restarts.
 */
@NullMarked
package id.antrean.emulators.stepfunctions;

import org.jspecify.annotations.NullMarked;

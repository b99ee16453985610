/**
 * An API Gateway event in, an answer out: routes, callers, validation, problems, languages. Knows
 * no store and no rule.
 */
@NullMarked
package id.antrean.gateway;

import org.jspecify.annotations.NullMarked;

/**
 * Who may take, move or leave a seat, have it opened again, or change their data; until when, how
 * often, and what is owed: a class a rule.
 */
@NullMarked
package id.antrean.domain.policy;

import org.jspecify.annotations.NullMarked;

/** What is applied for. */
@NullMarked
package id.antrean.domain.passport;

import org.jspecify.annotations.NullMarked;

/** What an application says of its person, and the papers that prove it. */
@NullMarked
package id.antrean.domain.dossier;

import org.jspecify.annotations.NullMarked;

/** What money that comes or goes means for an application. */
@NullMarked
package id.antrean.domain.settlement;

import org.jspecify.annotations.NullMarked;

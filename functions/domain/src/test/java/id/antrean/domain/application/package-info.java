/** How an application is named and where it may stand. */
@NullMarked
package id.antrean.domain.application;

import org.jspecify.annotations.NullMarked;

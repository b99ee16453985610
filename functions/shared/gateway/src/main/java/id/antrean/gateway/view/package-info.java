/** The domain's values as clients see them. */
@NullMarked
package id.antrean.gateway.view;

import org.jspecify.annotations.NullMarked;

/** The offices function over a calendar in memory: asked as API Gateway asks, answered in JSON. */
@NullMarked
package id.antrean.offices;

import org.jspecify.annotations.NullMarked;

@NullMarked
package id.antrean.gateway;

import org.jspecify.annotations.NullMarked;

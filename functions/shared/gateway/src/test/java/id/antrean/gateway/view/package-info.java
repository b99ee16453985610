@NullMarked
package id.antrean.gateway.view;

import org.jspecify.annotations.NullMarked;

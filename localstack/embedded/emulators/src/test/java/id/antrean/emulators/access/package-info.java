@NullMarked
package id.antrean.emulators.access;

import org.jspecify.annotations.NullMarked;

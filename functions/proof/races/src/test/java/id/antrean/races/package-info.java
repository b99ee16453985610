/**
 * Use cases of several functions at the same moment on the real store. Each race has a control: the
 * guard is taken away by a port in between, and the violation is there.
 */
@NullMarked
package id.antrean.races;

import org.jspecify.annotations.NullMarked;

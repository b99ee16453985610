/**
 * The functions' own use cases under one scheduler that interleaves every call of a port, lets
 * calls fail, lose their answers and crash, moves time, and holds the rules that never break
 * against what comes of it.
 */
@NullMarked
package id.antrean.simulation;

import org.jspecify.annotations.NullMarked;

/**
 * The AWS of a developer's machine: starts the servers and emulators and says where they listen.
 */
@NullMarked
package id.antrean.emulators;

import org.jspecify.annotations.NullMarked;

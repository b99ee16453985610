/**
 * What a call does, and whether its caller may: the part of IAM that the functions' policies use.
 */
@NullMarked
package id.antrean.emulators.access;

import org.jspecify.annotations.NullMarked;

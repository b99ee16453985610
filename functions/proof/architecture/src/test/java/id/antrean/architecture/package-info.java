/** How the house is built: who may know whom, and what template.yaml and the contract must say. */
@NullMarked
package id.antrean.architecture;

import org.jspecify.annotations.NullMarked;

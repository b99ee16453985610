/**
 * Reads template.yaml as CloudFormation and SAM would: parameters, conditions, globals, intrinsic
 * functions. What it does not know it refuses, naming the place.
 */
@NullMarked
package id.antrean.stack.template;

import org.jspecify.annotations.NullMarked;

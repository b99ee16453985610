/**
 * The domain's ports, spoken in AWS. Adapters speak AWS and nothing else; what all of them share is
 * here.
 */
@NullMarked
package id.antrean.aws;

import org.jspecify.annotations.NullMarked;

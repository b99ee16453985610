/** What is signed for clients of the file store. */
@NullMarked
package id.antrean.aws.documents;

import org.jspecify.annotations.NullMarked;

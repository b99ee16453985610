/** The bytes of documents in their bucket: requests signed for clients, and what was verified. */
@NullMarked
package id.antrean.aws.documents;

import org.jspecify.annotations.NullMarked;

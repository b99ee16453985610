/** Talking to a running stack over HTTP, as any client would. */
@NullMarked
package id.antrean.cli.endpoint;

import org.jspecify.annotations.NullMarked;

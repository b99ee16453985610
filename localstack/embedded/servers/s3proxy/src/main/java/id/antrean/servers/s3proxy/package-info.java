/** Starts S3Proxy inside a class loader of its own; only JDK types cross the border. */
@NullMarked
package id.antrean.servers.s3proxy;

import org.jspecify.annotations.NullMarked;

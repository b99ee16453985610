/**
 * Starts ElasticMQ, on a clock that can be moved, inside a class loader of its own; only JDK types
 * cross the border.
 */
@NullMarked
package id.antrean.servers.elasticmq;

import org.jspecify.annotations.NullMarked;

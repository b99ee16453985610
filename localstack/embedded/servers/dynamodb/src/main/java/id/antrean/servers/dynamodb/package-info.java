/** Starts DynamoDB Local inside a class loader of its own; only JDK types cross the border. */
@NullMarked
package id.antrean.servers.dynamodb;

import org.jspecify.annotations.NullMarked;

/** Starts DynamoDB Local, ElasticMQ and S3Proxy, each in a class loader of its own. */
@NullMarked
package id.antrean.emulators.servers;

import org.jspecify.annotations.NullMarked;

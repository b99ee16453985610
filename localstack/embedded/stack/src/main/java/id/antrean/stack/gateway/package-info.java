/**
 * API Gateway by the OpenAPI contract: routes, request validation, proxy events, gateway responses.
 */
@NullMarked
package id.antrean.stack.gateway;

import org.jspecify.annotations.NullMarked;

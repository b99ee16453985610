package id.antrean.emulators.calls;

import java.util.Map;
import java.util.Optional;

/**
 * One call of a service.
 *
 * @param service the service called
 * @param operation the operation, such as {@code PutItem}; empty when the call does not say
 * @param caller the function that calls, where the endpoint it was given names it
 * @param path the path with its query, without the caller's prefix
 * @param method the HTTP method
 * @param headers what is to reach the service, names in lower case
 * @param body the bytes sent
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never kept
public record AwsCall(
    Service service,
    String operation,
    Optional<String> caller,
    String method,
    String path,
    Map<String, String> headers,
    byte[] body) {}

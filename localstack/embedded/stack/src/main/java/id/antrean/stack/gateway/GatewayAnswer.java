package id.antrean.stack.gateway;

import java.util.List;
import java.util.Map;

/** What the gateway sends back. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record GatewayAnswer(int status, Map<String, List<String>> headers, byte[] body) {}

package id.antrean.sandbox.aggregator;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the API answered to one delivery.
 *
 * @param body JSON, or a text node where the answer was not JSON
 */
public record Delivery(int status, JsonNode body) {}

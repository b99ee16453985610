package id.antrean.stack.deploy;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A REST API with its one stage and its evaluated OpenAPI definition.
 *
 * @param name by which its metrics are known
 */
public record Api(String id, String name, String stage, String place, JsonNode definition) {}

package id.antrean.stack.deploy;

import com.fasterxml.jackson.databind.JsonNode;

/** A REST API with its one stage and its evaluated OpenAPI definition. */
public record Api(String id, String stage, String place, JsonNode definition) {}

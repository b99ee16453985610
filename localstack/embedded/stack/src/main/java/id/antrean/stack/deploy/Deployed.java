package id.antrean.stack.deploy;

import java.util.Map;

/** A resource that exists: what Ref and Fn::GetAtt answer for it. */
public record Deployed(String logicalId, String type, String ref, Map<String, String> attributes) {}

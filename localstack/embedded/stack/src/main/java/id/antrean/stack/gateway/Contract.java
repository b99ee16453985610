package id.antrean.stack.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.stack.gateway.Route.RequiredParameter;
import id.antrean.stack.template.TemplateException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The OpenAPI document as API Gateway imports it: routes with their functions and validators,
 * binary media types, gateway responses. What API Gateway would do and the local stack does not is
 * refused.
 */
public final class Contract {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch");
  private static final Set<String> ABOUT_THE_PATH =
      Set.of("parameters", "summary", "description", "servers");
  private static final Pattern INVOCATION =
      Pattern.compile(".*/functions/arn:[^/]*:function:([^/:]+)(?::[^/]*)?/invocations");

  private final String place;
  private final JsonNode document;
  private final Map<String, String> functionsByName;

  /**
   * @param place where the document stands, for messages
   * @param document evaluated, no intrinsic function left
   * @param functionsByName logical ids of the functions by their physical names
   */
  public Contract(String place, JsonNode document, Map<String, String> functionsByName) {
    this.place = place;
    this.document = document;
    this.functionsByName = functionsByName;
  }

  /** The logical ids of the functions that answer requests. */
  public Set<String> functions() {
    Set<String> functions = new LinkedHashSet<>();
    routes().forEach(route -> functions.add(route.function()));
    return functions;
  }

  Set<String> binaryMediaTypes() {
    Set<String> types = new LinkedHashSet<>();
    document
        .path("x-amazon-apigateway-binary-media-types")
        .forEach(type -> types.add(type.asText()));
    return types;
  }

  GatewayResponses gatewayResponses() {
    return new GatewayResponses(document.path("x-amazon-apigateway-gateway-responses"));
  }

  List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        String where = place + ": paths." + path.getKey() + "." + operation.getKey();
        if (METHODS.contains(operation.getKey())) {
          String method = operation.getKey().toUpperCase(Locale.ROOT);
          routes.add(route(where, method, path.getKey(), path.getValue(), operation.getValue()));
        } else if (operation.getKey().equals("x-amazon-apigateway-any-method")) {
          routes.add(route(where, "ANY", path.getKey(), path.getValue(), operation.getValue()));
        } else if (!ABOUT_THE_PATH.contains(operation.getKey())) {
          throw new TemplateException(where, "is not known to the local stack");
        }
      }
    }
    return routes;
  }

  private Route route(
      String where, String method, String resource, JsonNode path, JsonNode operation) {
    JsonNode integration = operation.path("x-amazon-apigateway-integration");
    if (!integration.path("type").asText().equalsIgnoreCase("aws_proxy")) {
      throw new TemplateException(where, "needs an integration of type aws_proxy");
    }
    Matcher uri = INVOCATION.matcher(integration.path("uri").asText());
    String function = uri.matches() ? functionsByName.get(uri.group(1)) : null;
    if (function == null) {
      throw new TemplateException(where, "integrates no function of this template");
    }
    List<RequiredParameter> required =
        checksParameters(where, operation) ? required(path, operation) : List.of();
    return new Route(method, resource, function, required);
  }

  private boolean checksParameters(String where, JsonNode operation) {
    String key = "x-amazon-apigateway-request-validator";
    JsonNode name = operation.has(key) ? operation.get(key) : document.path(key);
    if (name.isMissingNode()) {
      return false;
    }
    JsonNode validator =
        document.path("x-amazon-apigateway-request-validators").path(name.asText());
    if (validator.isMissingNode()) {
      throw new TemplateException(where, "names the validator " + name + ", which is not declared");
    }
    if (validator.path("validateRequestBody").asBoolean()) {
      throw new TemplateException(where, "has bodies checked by the gateway, which is not run");
    }
    return validator.path("validateRequestParameters").asBoolean();
  }

  private List<RequiredParameter> required(JsonNode path, JsonNode operation) {
    List<RequiredParameter> required = new ArrayList<>();
    for (JsonNode holder : List.of(path, operation)) {
      for (JsonNode written : holder.path("parameters")) {
        JsonNode parameter =
            written.has("$ref") ? document.at(written.get("$ref").asText().substring(1)) : written;
        if (parameter.path("required").asBoolean()) {
          required.add(
              new RequiredParameter(
                  parameter.path("in").asText(), parameter.path("name").asText()));
        }
      }
    }
    return required;
  }
}

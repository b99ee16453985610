package id.antrean.gateway;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.OfficeId;
import id.antrean.domain.application.Outcome;
import id.antrean.domain.application.Refusal;
import id.antrean.domain.document.DocumentId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came through API Gateway.
 *
 * @param resource the route, with its parameters as names: {@code /applications/{id}}
 * @param path parameters of the route, decoded
 * @param headers by name, in any case
 * @param body the bytes as they were sent
 * @param id of this request, for logs and problems
 */
public record Request(
    String method,
    String resource,
    Map<String, String> path,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body,
    String id) {

  static Request of(APIGatewayProxyRequestEvent event) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(orEmpty(event.getHeaders()));
    // A field that came in several lines is their list (RFC 9110, 5.3); the plain map has the last.
    if (event.getMultiValueHeaders() != null) {
      event
          .getMultiValueHeaders()
          .forEach((name, values) -> headers.put(name, String.join(", ", values)));
    }
    return new Request(
        event.getHttpMethod(),
        event.getResource(),
        orEmpty(event.getPathParameters()),
        orEmpty(event.getQueryStringParameters()),
        headers,
        bytes(event),
        event.getRequestContext() == null || event.getRequestContext().getRequestId() == null
            ? "unknown"
            : event.getRequestContext().getRequestId());
  }

  private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
    return map == null ? Map.of() : map;
  }

  private static byte[] bytes(APIGatewayProxyRequestEvent event) {
    if (event.getBody() == null) {
      return new byte[0];
    }
    return Boolean.TRUE.equals(event.getIsBase64Encoded())
        ? Base64.getDecoder().decode(event.getBody())
        : event.getBody().getBytes(StandardCharsets.UTF_8);
  }

  /** A parameter that the route has. */
  public String parameter(String name) {
    return Objects.requireNonNull(path.get(name), () -> "the route has no parameter " + name);
  }

  /** The application that the path names. */
  public Outcome<ApplicationId> application() {
    return named(applicationId(), ApplicationId::isValid, ApplicationId::new);
  }

  /** The document that the path names; its ids are written as those of applications. */
  public Outcome<DocumentId> document() {
    return named(path.get("documentId"), ApplicationId::isValid, DocumentId::new);
  }

  /** The office that the path names. */
  public Outcome<OfficeId> office() {
    return named(path.get("officeId"), OfficeId::isValid, OfficeId::new);
  }

  private @Nullable String applicationId() {
    return resource.startsWith("/applications/") ? path.get("id") : path.get("applicationId");
  }

  /** What cannot be an id is nobody's, and so is not found. */
  private static <T> Outcome<T> named(
      @Nullable String text, Predicate<String> isId, Function<String, T> id) {
    return Optional.ofNullable(text)
        .filter(isId)
        .map(id)
        .<Outcome<T>>map(Outcome::done)
        .orElseGet(() -> Outcome.refused(new Refusal.NotFound()));
  }

  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name));
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /**
   * The media type that {@code Accept} begins with; empty text without one. No more of it is read,
   * because the gateway hands bytes on as bytes only where it begins with their very type.
   */
  public String wantedType() {
    return header("Accept").orElse("").toLowerCase(Locale.ROOT).split("[,;]", 2)[0].strip();
  }

  /** Whether the body was compressed or otherwise encoded on its way. */
  boolean isEncoded() {
    return body.length > 0
        && header("Content-Encoding")
            .map(encoding -> encoding.strip().toLowerCase(Locale.ROOT))
            .filter(encoding -> !encoding.isEmpty() && !encoding.equals("identity"))
            .isPresent();
  }

  public Language language() {
    return Language.of(headers.get("Accept-Language"));
  }

  /**
   * The application that the path names, for the log. What is no id of ours, or could be an
   * identity number instead, is not written down.
   */
  Optional<String> about() {
    return Optional.ofNullable(applicationId()).flatMap(LoggedId::of);
  }
}

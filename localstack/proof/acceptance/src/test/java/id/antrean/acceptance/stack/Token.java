package id.antrean.acceptance.stack;

import io.restassured.specification.RequestSpecification;

/** What a caller shows of themselves. */
public sealed interface Token {
  /** Nothing at all. */
  Token NONE = new None();

  /** The request, with it. */
  RequestSpecification on(RequestSpecification request);

  /** A bearer token in its compact form, good or bad. */
  record Bearer(String compact) implements Token {
    @Override
    public RequestSpecification on(RequestSpecification request) {
      return request.header("Authorization", "Bearer " + compact);
    }
  }

  /** No Authorization header. */
  record None() implements Token {
    @Override
    public RequestSpecification on(RequestSpecification request) {
      return request;
    }
  }
}

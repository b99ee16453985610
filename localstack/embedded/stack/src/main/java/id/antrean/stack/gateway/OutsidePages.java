package id.antrean.stack.gateway;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * Lets pages of the allowed origins use what is outside the API, a token of the sandbox above all.
 * Inside it the functions and the contract answer for themselves, as on AWS.
 */
public final class OutsidePages implements Handler {
  private final PageOrigins origins;
  private final String api;

  public OutsidePages(PageOrigins origins, String stage) {
    this.origins = origins;
    this.api = "/" + stage + "/";
  }

  @Override
  public void handle(Context context) {
    String origin = context.header("Origin");
    if (context.path().startsWith(api) || !origins.allow(origin)) {
      return;
    }
    context.header("Access-Control-Allow-Origin", String.valueOf(origin)).header("Vary", "Origin");
    if (context.method().equals(HandlerType.OPTIONS)) {
      context
          .status(204)
          .header("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE")
          .header("Access-Control-Allow-Headers", "Authorization, Content-Type")
          .skipRemainingHandlers();
    }
  }
}

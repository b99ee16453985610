package id.antrean.stack.gateway;

/** The gateway's own answers that can occur here, with AWS's defaults for them. */
enum ResponseType {
  MISSING_AUTHENTICATION_TOKEN(403, "Missing Authentication Token"),
  INVALID_SIGNATURE(403, "Invalid key=value pair (missing equal-sign) in Authorization header"),
  BAD_REQUEST_PARAMETERS(400, "Invalid request parameters"),
  REQUEST_TOO_LARGE(413, "Request Too Long"),
  INTEGRATION_TIMEOUT(504, "Endpoint request timed out"),
  API_CONFIGURATION_ERROR(500, "Internal server error"),
  DEFAULT_4XX(400, "Bad Request"),
  DEFAULT_5XX(502, "Internal server error");

  final int status;
  final String message;

  ResponseType(int status, String message) {
    this.status = status;
    this.message = message;
  }

  /** The type whose configuration applies when this one has none. */
  ResponseType fallback() {
    return status < 500 ? DEFAULT_4XX : DEFAULT_5XX;
  }
}

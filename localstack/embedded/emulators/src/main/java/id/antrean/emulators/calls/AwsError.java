package id.antrean.emulators.calls;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Thrown by an emulator to answer with one of its service's errors. */
public final class AwsError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  /** An error with its HTTP status, its code (such as {@code NotFoundException}) and a sentence. */
  public AwsError(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  /** A caller's error: 400. */
  public static AwsError badRequest(String code, String message) {
    return new AwsError(400, code, message);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The error's code. */
  public String code() {
    return code;
  }

  /** The code without the namespace that some services put before it. */
  String shape() {
    return code.substring(code.lastIndexOf('#') + 1);
  }

  ObjectNode body() {
    return JsonNodeFactory.instance.objectNode().put("__type", code).put("message", getMessage());
  }
}

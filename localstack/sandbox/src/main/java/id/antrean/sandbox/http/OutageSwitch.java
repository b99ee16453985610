package id.antrean.sandbox.http;

import io.javalin.http.Context;
import java.util.Optional;

/** Whether an outside party is down, switched by {@code POST …/outage {"down": true}}. */
public final class OutageSwitch {
  private volatile boolean down;

  public boolean isDown() {
    return down;
  }

  /** The route that switches. */
  public void turn(Context context) {
    Fields fields = Fields.of(context.body());
    Optional<Boolean> wanted = fields.truth("down");
    if (wanted.isEmpty() && fields.errors().isEmpty()) {
      fields.wrong("/down", "is required");
    }
    if (!fields.errors().isEmpty()) {
      Problem.validation(fields.errors()).answer(context);
      return;
    }
    down = wanted.orElse(false);
    Json.answer(context, Json.object().put("down", down));
  }
}

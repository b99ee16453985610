package id.antrean.registration;

import id.antrean.domain.application.FindApplication;
import id.antrean.gateway.FieldErrors;
import java.util.Optional;

/** A page of an account's applications, asked for by a cursor that may be none of ours. */
final class ApplicationPage {
  private ApplicationPage() {}

  static FindApplication.Page of(
      FindApplication.Lists lists,
      String account,
      int limit,
      Optional<String> cursor,
      FieldErrors errors) {
    try {
      return lists.ofAccount(account, limit, cursor.orElse(null));
    } catch (FindApplication.BadCursor unknown) {
      errors.add("/query/cursor", "cursor");
      errors.check();
      throw unknown;
    }
  }
}

package id.antrean.gateway.view;

import id.antrean.domain.application.FindApplication;
import id.antrean.gateway.Language;
import id.antrean.gateway.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of an account's applications. */
public record ApplicationPageView(List<ApplicationView> items, @Nullable String nextCursor)
    implements View {

  public static ApplicationPageView of(FindApplication.Page page, Language language) {
    return new ApplicationPageView(
        page.items().stream().map(it -> ApplicationView.of(it, language)).toList(),
        page.nextCursor());
  }
}

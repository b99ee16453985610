package id.antrean.gateway.view;

import id.antrean.gateway.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of an account's applications. */
public record ApplicationPageView(List<ApplicationView> items, @Nullable String nextCursor)
    implements View {}

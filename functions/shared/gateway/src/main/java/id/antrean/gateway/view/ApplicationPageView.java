package id.antrean.gateway.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of an account's applications. */
public record ApplicationPageView(List<ApplicationView> items, @Nullable String nextCursor) {}

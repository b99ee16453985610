package id.antrean.gateway.view;

import id.antrean.gateway.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of what happened to an application. */
public record TimelineView(List<TimelineEntryView> items, @Nullable String nextCursor)
    implements View {}

package id.antrean.domain.application;

import id.antrean.domain.ApplicationId;
import java.util.List;

/** Finds entries of a timeline that stand beside their application. */
public interface FindEarlierEntries {

  /**
   * From that place in the timeline on, oldest first, at most so many. Throws {@link
   * id.antrean.domain.Unavailable}.
   */
  List<TimelineEntry> find(ApplicationId application, int from, int most);
}

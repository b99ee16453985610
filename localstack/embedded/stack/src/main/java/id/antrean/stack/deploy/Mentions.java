package id.antrean.stack.deploy;

import id.antrean.stack.template.TemplateException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What resources name by its ARN; each has to be there once all are. */
final class Mentions {
  private final List<Mention> mentions = new ArrayList<>();

  private record Mention(String place, String named, String type) {}

  /**
   * Of a resource.
   *
   * @param place where it is named
   */
  void add(String place, String named, String type) {
    mentions.add(new Mention(place, named, type));
  }

  /**
   * Holds them against what is there.
   *
   * @throws TemplateException at the first that names nothing
   */
  void require(Collection<Deployed> there) {
    for (Mention mention : mentions) {
      boolean known =
          there.stream().anyMatch(it -> it.type().equals(mention.type()) && it.is(mention.named()));
      if (!known) {
        throw new TemplateException(
            mention.place(),
            "names %s, which is no %s of this template".formatted(mention.named(), mention.type()));
      }
    }
  }
}

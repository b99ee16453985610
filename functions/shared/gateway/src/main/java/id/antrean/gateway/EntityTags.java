package id.antrean.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an If-Match or If-None-Match header names (RFC 9110, 8.8.3, 13.1.1 and 13.1.2): any
 * representation at all, or some by their entity-tags.
 */
public final class EntityTags {
  /** A tag, or nothing between two commas; the quoted part may hold a comma itself. */
  private static final Pattern ELEMENT =
      Pattern.compile(
          "[ \\t]*(?:(?<weak>W/)?\"(?<opaque>[\\x21\\x23-\\x7E\\x80-\\uFFFF]*)\")?[ \\t]*(?:,|$)");

  private static final EntityTags ANY = new EntityTags(true, List.of());

  private final boolean any;
  private final List<Tag> tags;

  private record Tag(boolean weak, String opaque) {}

  private EntityTags(boolean any, List<Tag> tags) {
    this.any = any;
    this.tags = List.copyOf(tags);
  }

  /** Empty for what is neither {@code *} nor a list of at least one entity-tag. */
  static Optional<EntityTags> parse(String header) {
    if (header.strip().equals("*")) {
      return Optional.of(ANY);
    }
    List<Tag> tags = new ArrayList<>();
    Matcher element = ELEMENT.matcher(header);
    int end = 0;
    while (end < header.length()) {
      element.region(end, header.length());
      if (!element.lookingAt()) {
        return Optional.empty();
      }
      if (element.group("opaque") != null) {
        tags.add(new Tag(element.group("weak") != null, element.group("opaque")));
      }
      end = element.end();
    }
    return tags.isEmpty() ? Optional.empty() : Optional.of(new EntityTags(false, tags));
  }

  /** Whether it is {@code *}. */
  public boolean any() {
    return any;
  }

  /** The strong tags, without their quotes: a weak one never matches in If-Match. */
  public Stream<String> strong() {
    return tags.stream().filter(tag -> !tag.weak()).map(Tag::opaque);
  }

  /**
   * By the strong comparison, for If-Match.
   *
   * @param opaque the present tag without its quotes; the representation exists
   */
  public boolean matchStrongly(String opaque) {
    return any || strong().anyMatch(opaque::equals);
  }

  /**
   * By the weak comparison, for If-None-Match.
   *
   * @param opaque the present tag without its quotes; the representation exists
   */
  public boolean matchWeakly(String opaque) {
    return any || tags.stream().anyMatch(tag -> tag.opaque().equals(opaque));
  }
}

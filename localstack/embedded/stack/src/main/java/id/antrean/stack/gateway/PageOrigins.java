package id.antrean.stack.gateway;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The origins whose pages may call, {@code *} in one standing for any host or port. */
public final class PageOrigins {
  private final List<Pattern> allowed;

  /**
   * @param origins such as {@code http://localhost:*}
   */
  public PageOrigins(List<String> origins) {
    this.allowed = origins.stream().map(PageOrigins::pattern).toList();
  }

  /** Reads the template's parameter: origins with commas between, none where it is empty. */
  public static PageOrigins of(String list) {
    return new PageOrigins(Stream.of(list.split(",")).filter(it -> !it.isBlank()).toList());
  }

  private static Pattern pattern(String origin) {
    return Pattern.compile(
        Stream.of(origin.strip().toLowerCase(Locale.ROOT).split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("[a-z0-9.-]*")));
  }

  /** Whether a page of that origin may call. */
  public boolean allow(@Nullable String origin) {
    return origin != null
        && allowed.stream().anyMatch(it -> it.matcher(origin.toLowerCase(Locale.ROOT)).matches());
  }
}

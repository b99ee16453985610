package id.antrean.uploads;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one request declares: files for papers of which each is named once.
 *
 * @param isList whether it was sent as a list, and is answered as one
 */
public record Declarations(List<Declaration> files, boolean isList) {

  public Declarations {
    files = List.copyOf(files);
  }

  public static Declarations of(Declaration one) {
    return new Declarations(List.of(one), false);
  }

  /** What it says, for telling a repeat from another request. */
  List<String> content() {
    Stream<String> form = isList ? Stream.of("list") : Stream.empty();
    return Stream.concat(form, files.stream().flatMap(file -> file.content().stream())).toList();
  }
}

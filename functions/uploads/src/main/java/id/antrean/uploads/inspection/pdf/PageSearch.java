package id.antrean.uploads.inspection.pdf;

import id.antrean.uploads.inspection.pdf.PdfValue.Dictionary;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a tree of pages and counts those whose content is there. Trees with loops, or of
 * absurd size, come to an end.
 */
final class PageSearch {
  private static final int MOST_NODES = 10_000;

  private final PdfObjects objects;
  private final Deque<Node> ahead = new ArrayDeque<>();
  private final Set<Integer> seen = new HashSet<>();
  private final Map<Integer, Boolean> streamsWhole = new HashMap<>();
  private int nodes;
  private int whole;
  private int damaged;

  private PageSearch(PdfObjects objects) {
    this.objects = objects;
  }

  /**
   * What a tree holds.
   *
   * @param whole pages with all their content
   * @param damaged pages whose content is missing or cut off, and branches that lead nowhere
   */
  record Pages(int whole, int damaged) {}

  private record Node(PdfValue value, @Nullable PdfValue resources) {}

  static Pages below(PdfObjects objects, PdfValue root) {
    PageSearch search = new PageSearch(objects);
    search.walk(root);
    return new Pages(search.whole, search.damaged);
  }

  private void walk(PdfValue root) {
    ahead.add(new Node(root, null));
    while (!ahead.isEmpty()) {
      if (++nodes > MOST_NODES) {
        throw new TooMuchWork("it has too many pages");
      }
      Node node = ahead.pop();
      if (node.value() instanceof PdfValue.Reference(int number) && !seen.add(number)) {
        continue;
      }
      if (objects.resolve(node.value()) instanceof Dictionary dictionary) {
        visit(dictionary, node);
      } else {
        damaged++;
      }
    }
  }

  private void visit(Dictionary dictionary, Node node) {
    PdfValue own = dictionary.get("Resources");
    PdfValue resources = own == null ? node.resources() : own;
    if (isPage(dictionary)) {
      boolean complete = hasItsContent(dictionary) && hasItsPictures(resources);
      whole += complete ? 1 : 0;
      damaged += complete ? 0 : 1;
    } else if (objects.resolve(dictionary.get("Kids")) instanceof PdfValue.Array(var kids)) {
      for (PdfValue kid : kids) {
        if (nodes + ahead.size() > MOST_NODES) {
          throw new TooMuchWork("it has too many pages");
        }
        ahead.add(new Node(kid, resources));
      }
    } else {
      damaged++;
    }
  }

  /** Some writers leave the type out; below the root, what has no kids is a page. */
  private boolean isPage(Dictionary node) {
    PdfValue type = objects.resolve(node.get("Type"));
    return type instanceof PdfValue.Name(String name)
        ? name.equals("Page") || (!name.equals("Pages") && !node.has("Kids"))
        : node.has("Parent") && !node.has("Kids");
  }

  /** A page without any is empty, and whole. */
  private boolean hasItsContent(Dictionary page) {
    PdfValue content = page.get("Contents");
    StoredObject direct = objects.object(content);
    if (direct != null && direct.stream() != null) {
      return isWhole(content);
    }
    PdfValue resolved = objects.resolve(content);
    return resolved instanceof PdfValue.Array(var parts)
        ? parts.stream().allMatch(this::isWhole)
        : content == null || resolved instanceof PdfValue.Word;
  }

  private boolean hasItsPictures(@Nullable PdfValue resources) {
    Dictionary all = objects.dictionary(resources);
    Dictionary pictures = all == null ? null : objects.dictionary(all.get("XObject"));
    return pictures == null || pictures.values().stream().allMatch(this::isWhole);
  }

  private boolean isWhole(@Nullable PdfValue stream) {
    if (!(stream instanceof PdfValue.Reference(int number))) {
      return true;
    }
    return streamsWhole.computeIfAbsent(
        number,
        any -> {
          StoredObject object = objects.object(stream);
          return object != null && object.stream() != null && object.stream().whole();
        });
  }
}

package id.antrean.stack.template;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** In which line of which file a place stands, of the template and of what it includes. */
final class Lines {
  private static final String PROPERTIES = ".Properties.";

  private final Map<String, String> known = new ConcurrentHashMap<>();

  /** Of a file whose places are named as they are in it. */
  void ofTemplate(String file, Map<String, Integer> lines) {
    lines.forEach((place, line) -> known.put(place, file + ":" + line));
  }

  /** Of a file whose places are named after it. */
  void ofIncluded(String file, Map<String, Integer> lines) {
    lines.forEach((place, line) -> known.put(file + "." + place, file + ":" + line));
  }

  /** The same with its line, or with that of the nearest thing around it; as it is without one. */
  TemplateException located(TemplateException refusal) {
    return ofGlobals(refusal.place())
        .or(() -> nearest(refusal.place()))
        .map(refusal::at)
        .orElse(refusal);
  }

  /** What a resource has of the globals stands there and not in the resource. */
  private Optional<String> ofGlobals(String place) {
    int properties = place.indexOf(PROPERTIES);
    if (!place.startsWith("Resources.") || properties < 0 || known.containsKey(place)) {
      return Optional.empty();
    }
    String within = place.substring(properties + PROPERTIES.length());
    return Globals.TYPES.keySet().stream()
        .map(type -> known.get("Globals." + type + "." + within))
        .flatMap(line -> Optional.ofNullable(line).stream())
        .findFirst();
  }

  private Optional<String> nearest(String place) {
    String around = place;
    while (!around.isEmpty() && !known.containsKey(around)) {
      around =
          around.substring(
              0, Math.max(0, Math.max(around.lastIndexOf('.'), around.lastIndexOf('['))));
    }
    return Optional.ofNullable(known.get(around));
  }
}

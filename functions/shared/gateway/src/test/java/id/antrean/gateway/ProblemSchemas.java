package id.antrean.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The problems of the contract. Where one schema serves several types, the description of a member
 * begins with the types that have it: {@code sold-out: by when…; pause: when it ends}.
 */
final class ProblemSchemas {
  private static final Path CONTRACT = Path.of("../../../infra/openapi.yaml");
  private static final String PREFIX = "/problems/";

  /** In every problem, by RFC 9457. */
  static final Set<String> COMMON = Set.of("type", "title", "status", "detail", "instance");

  private final List<Schema> schemas;

  private record Schema(String name, Set<String> types, Map<String, Set<String>> owners) {

    Set<String> membersOf(String type) {
      return owners.entrySet().stream()
          .filter(member -> member.getValue().contains(type))
          .map(Map.Entry::getKey)
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  private ProblemSchemas(List<Schema> schemas) {
    this.schemas = schemas;
  }

  static ProblemSchemas read() {
    try {
      Object contract =
          new Load(LoadSettings.builder().build()).loadFromString(Files.readString(CONTRACT));
      Map<String, Object> all = map(map(map(contract).get("components")).get("schemas"));
      List<Schema> problems = new ArrayList<>();
      all.forEach(
          (name, definition) -> {
            Schema schema = schema(name, properties(map(definition)));
            if (!schema.types().isEmpty()) {
              problems.add(schema);
            }
          });
      return new ProblemSchemas(problems);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By the schema that promises them. */
  Map<String, Set<String>> membersOf(String type) {
    Map<String, Set<String>> promised = new LinkedHashMap<>();
    schemas.stream()
        .filter(schema -> schema.types().contains(type))
        .forEach(schema -> promised.put(schema.name(), schema.membersOf(type)));
    return promised;
  }

  /** Members that no type has, or that types have which the schema is not for. */
  List<String> membersOfNobody() {
    return schemas.stream()
        .flatMap(
            schema ->
                schema.owners().entrySet().stream()
                    .filter(
                        member ->
                            member.getValue().isEmpty()
                                || !schema.types().containsAll(member.getValue()))
                    .map(member -> schema.name() + "." + member.getKey()))
        .toList();
  }

  private static Schema schema(String name, Map<String, Object> properties) {
    Set<String> types =
        list(map(properties.get("type")).get("enum")).stream()
            .map(String::valueOf)
            .filter(type -> type.startsWith(PREFIX))
            .map(type -> type.substring(PREFIX.length()))
            .collect(Collectors.toUnmodifiableSet());
    Map<String, Set<String>> owners = new LinkedHashMap<>();
    properties.forEach(
        (member, definition) -> {
          if (!COMMON.contains(member)) {
            owners.put(member, types.size() == 1 ? types : owners(map(definition)));
          }
        });
    return new Schema(name, types, owners);
  }

  private static Set<String> owners(Map<String, Object> member) {
    String description = String.valueOf(member.get("description"));
    return Arrays.stream(description.split("; "))
        .filter(part -> part.contains(": "))
        .flatMap(part -> Arrays.stream(part.split(": ", 2)[0].split(", ")))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Its own and those of what it is composed of in place. */
  private static Map<String, Object> properties(Map<String, Object> schema) {
    Map<String, Object> all = new LinkedHashMap<>(map(schema.get("properties")));
    list(schema.get("allOf")).forEach(part -> all.putAll(properties(map(part))));
    return all;
  }

  private static Map<String, Object> map(@Nullable Object yaml) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (yaml instanceof Map<?, ?> entries) {
      entries.forEach((key, value) -> map.put(String.valueOf(key), Objects.requireNonNull(value)));
    }
    return map;
  }

  private static List<?> list(@Nullable Object yaml) {
    return yaml instanceof List<?> items ? items : List.of();
  }
}

package id.antrean.gateway;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.domain.text.PlainText;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object in a request, read one by one; whatever is wrong is noted with its
 * pointer, and reading goes on. Ask {@link FieldErrors#check} before using what was read.
 */
public final class Fields {
  /** The largest JSON body that is read. */
  static final int MAX_BYTES = 256 * 1024;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonParser.Feature.ALLOW_COMMENTS)
          .build();

  private final JsonNode object;
  private final String pointer;
  private final FieldErrors errors;
  private final Set<String> known = new HashSet<>();

  private Fields(JsonNode object, String pointer, FieldErrors errors) {
    this.object = object;
    this.pointer = pointer;
    this.errors = errors;
  }

  /** A value that was read, or a fault that was noted instead. */
  public static final class Read<T> {
    private final @Nullable T value;

    private Read(@Nullable T value) {
      this.value = value;
    }

    static <T> Read<T> of(T value) {
      return new Read<>(value);
    }

    static <T> Read<T> faulty() {
      return new Read<>(null);
    }

    /** The value; only after {@link FieldErrors#check}. */
    public T get() {
      if (value == null) {
        throw new IllegalStateException("errors were not checked");
      }
      return value;
    }

    /** The value if there was no fault: for rules over several fields. */
    public Optional<T> ifSound() {
      return Optional.ofNullable(value);
    }
  }

  /** The request's body as a JSON object of that content type. */
  public static Fields of(Request request, String contentType, FieldErrors errors) {
    return one(parse(request, contentType), errors);
  }

  /** A body that is one object, or a list of them; what is no object is noted. */
  public record OneOrList(List<Fields> items, boolean isList) {}

  /** The request's body as a JSON object of that content type, or as a list of 1 to so many. */
  public static OneOrList oneOrList(
      Request request, String contentType, int max, FieldErrors errors) {
    JsonNode body = parse(request, contentType);
    if (!body.isArray()) {
      return new OneOrList(List.of(one(body, errors)), false);
    }
    if (body.isEmpty() || body.size() > max) {
      errors.add("", "list-of", 1, max);
      return new OneOrList(List.of(), true);
    }
    return new OneOrList(items(body, "", errors), true);
  }

  private static Fields one(JsonNode body, FieldErrors errors) {
    if (!(body instanceof ObjectNode object)) {
      throw unreadable("not-an-object");
    }
    return of(object, "", errors);
  }

  private static JsonNode parse(Request request, String contentType) {
    String sent = request.header("Content-Type").orElse("").split(";", 2)[0].strip();
    if (!sent.toLowerCase(Locale.ROOT).equals(contentType)) {
      throw InvalidRequest.because(Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, contentType));
    }
    return parse(request);
  }

  /** An object that is at hand already. */
  public static Fields of(JsonNode object, String pointer, FieldErrors errors) {
    return new Fields(object, pointer, errors);
  }

  private static JsonNode parse(Request request) {
    if (request.body().length > MAX_BYTES) {
      throw InvalidRequest.because(Problem.of(ProblemType.TOO_LARGE, MAX_BYTES / 1024));
    }
    try {
      return JSON.readTree(request.body());
    } catch (IOException malformed) {
      throw unreadable("malformed-json");
    }
  }

  private static InvalidRequest unreadable(String why) {
    FieldErrors whole = new FieldErrors();
    whole.add("", why);
    return whole.asFault();
  }

  public ObjectNode raw() {
    return (ObjectNode) object;
  }

  /** Whether there is something, where null says as much as leaving it out. */
  public boolean has(String name) {
    known.add(name);
    return object.hasNonNull(name);
  }

  /** Whether there is something, where it may be left out and null is no value. */
  public boolean sent(String name) {
    known.add(name);
    if (object.path(name).isNull()) {
      fault(name, "null");
    }
    return object.hasNonNull(name);
  }

  /** Plain text of so many characters, as {@link PlainText} makes it. */
  public Read<String> text(String name, int min, int max) {
    return value(
        name,
        node -> {
          if (!node.isTextual()) {
            return fault(name, "not-text");
          }
          return switch (PlainText.read(node.textValue(), min, max)) {
            case PlainText.Clean(String text) -> Read.of(text);
            case PlainText.Flawed(PlainText.Flaw flaw) ->
                switch (flaw) {
                  case NOT_UNICODE -> fault(name, "not-unicode");
                  case INVISIBLE -> fault(name, "invisible-characters");
                  case LENGTH -> fault(name, "length", min, max);
                  case FORMULA -> fault(name, "formula");
                };
          };
        });
  }

  /** Plain text that keeps to a rule; the key says which. */
  public Read<String> text(String name, int min, int max, String faultKey, Predicate<String> rule) {
    Read<String> text = text(name, min, max);
    return text.ifSound().filter(rule.negate()).isPresent() ? fault(name, faultKey) : text;
  }

  /** Text that a parser understands; the key says what it should have been. */
  public <T> Read<T> parsed(String name, String faultKey, Function<String, Optional<T>> parser) {
    return value(
        name,
        node -> {
          if (!node.isTextual()) {
            return fault(name, "not-text");
          }
          if (!PlainText.isUnicode(node.textValue())) {
            return fault(name, "not-unicode");
          }
          Optional<T> parsed = parser.apply(node.textValue());
          return parsed.isPresent() ? Read.of(parsed.get()) : fault(name, faultKey);
        });
  }

  public Read<LocalDate> date(String name) {
    return parsed(name, "date", Fields::parseDate);
  }

  static Optional<LocalDate> parseDate(String text) {
    try {
      return text.length() == 10 ? Optional.of(LocalDate.parse(text)) : Optional.empty();
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  /** One or more of a list of names, each once at the most. */
  public <E extends Enum<E>> Read<Set<E>> several(String name, Class<E> type) {
    return several(name, type, List.of(type.getEnumConstants()));
  }

  /** Some of those; what else there is of the type counts as unknown. */
  public <E extends Enum<E>> Read<Set<E>> several(String name, Class<E> type, List<E> among) {
    return value(
        name,
        node -> {
          Set<E> found = EnumSet.noneOf(type);
          boolean sound = node.isArray() && !node.isEmpty();
          for (JsonNode one : node) {
            sound &=
                among.stream()
                    .filter(it -> one.isTextual() && it.name().equals(one.textValue()))
                    .findFirst()
                    .map(found::add)
                    .orElse(false);
          }
          return sound
              ? Read.of(found)
              : fault(
                  name,
                  "several-of",
                  among.stream().map(Enum::name).collect(Collectors.joining(", ")));
        });
  }

  public <E extends Enum<E>> Read<E> oneOf(String name, Class<E> type) {
    return parsedAmong(name, type.getEnumConstants(), Enum::name);
  }

  /** One of some values by the name clients know it by. */
  public <T> Read<T> parsedAmong(String name, T[] values, Function<T, String> nameOf) {
    List<String> names = new ArrayList<>();
    for (T value : values) {
      names.add(nameOf.apply(value));
    }
    return value(
        name,
        node -> {
          int index = node.isTextual() ? names.indexOf(node.textValue()) : -1;
          return index < 0
              ? fault(name, "one-of", String.join(", ", names))
              : Read.of(values[index]);
        });
  }

  public Read<Long> integer(String name, long min, long max) {
    return value(
        name,
        node ->
            node.isIntegralNumber()
                    && node.canConvertToLong()
                    && node.longValue() >= min
                    && node.longValue() <= max
                ? Read.of(node.longValue())
                : fault(name, "integer", min, max));
  }

  /**
   * An object within; where it is missing or no object, its own fields are not complained about
   * too.
   */
  public Fields object(String name) {
    Read<JsonNode> node =
        value(name, found -> found.isObject() ? Read.of(found) : fault(name, "not-an-object"));
    return new Fields(
        node.ifSound().orElse(JsonNodeFactory.instance.objectNode()),
        pointer(name),
        node.ifSound().isPresent() ? errors : new FieldErrors());
  }

  /** The objects of a list. */
  public List<Fields> objects(String name, int max) {
    Read<JsonNode> array =
        value(
            name,
            node ->
                node.isArray() && node.size() <= max ? Read.of(node) : fault(name, "list", max));
    return items(
        array.ifSound().orElse(JsonNodeFactory.instance.arrayNode()), pointer(name), errors);
  }

  private static List<Fields> items(JsonNode array, String pointer, FieldErrors errors) {
    List<Fields> items = new ArrayList<>();
    int index = 0;
    for (JsonNode item : array) {
      String at = pointer + "/" + index++;
      if (item.isObject()) {
        items.add(new Fields(item, at, errors));
      } else {
        errors.add(at, "not-an-object");
      }
    }
    return items;
  }

  /** Notes every field that was not asked for. */
  public void nothingElse() {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                errors.add(pointer(name), "unknown-field");
              }
            });
  }

  /** The pointer of a field, RFC 6901; of its object where the name itself is broken text. */
  public String pointer(String name) {
    if (!PlainText.isUnicode(name)) {
      return pointer;
    }
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  public <T> Read<T> fault(String name, String key, Object... arguments) {
    errors.add(pointer(name), key, arguments);
    return Read.faulty();
  }

  private <T> Read<T> value(String name, Function<JsonNode, Read<T>> reader) {
    known.add(name);
    JsonNode node = object.get(name);
    return node == null || node.isNull() ? fault(name, "required") : reader.apply(node);
  }
}

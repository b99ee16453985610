package id.antrean.uploads.inspection.pdf;

import id.antrean.uploads.inspection.pdf.PdfValue.Dictionary;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a file does something when it is opened or touched, or carries other files: scripts,
 * programs to launch, remote files, forms that send themselves, films, attachments. Looked for in
 * every definition of every object, whether or not anything leads to it, since viewers disagree
 * about what leads where.
 *
 * <p>Going to a page of the file itself is harmless, and so is a link to the web.
 */
final class ActiveContent {
  private static final Set<String> ACTING =
      Set.of(
          "JavaScript",
          "Launch",
          "GoToR",
          "GoToE",
          "SubmitForm",
          "ImportData",
          "Rendition",
          "Movie",
          "Sound",
          "RichMedia",
          "RichMediaExecute",
          "3D",
          "FileAttachment",
          "EmbeddedFile");
  private static final Set<String> KEYS_OF_WHAT_ACTS = Set.of("XFA", "EF", "JS");
  private static final List<String> KINDS = List.of("S", "Type", "Subtype");
  private static final List<String> EMBEDDED = List.of("F", "UF", "DOS", "Mac", "Unix");
  private static final List<String> ADDRESSES = List.of("F", "UF", "URI", "Base");
  private static final Pattern SCHEME =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):.*", Pattern.DOTALL);

  /** What stands before an address, and what stands anywhere in it, without being a part of it. */
  private static final Pattern PASSED_OVER = Pattern.compile("^[\\x00-\\x20]+|[\\t\\n\\r]");

  private static final Set<String> HARMLESS_SCHEMES =
      Set.of("http", "https", "mailto", "tel", "sms", "geo", "urn");

  private final PdfObjects objects;
  private final @Nullable Decryption decryption;

  /** Objects that a kind, a script or an attachment refers to; what they are is seen later. */
  private final Set<Integer> kinds = new HashSet<>();

  private final Set<Integer> scripts = new HashSet<>();
  private final Set<Integer> attachments = new HashSet<>();
  private final Set<Integer> actingNames = new HashSet<>();
  private final Set<Integer> possibleScripts = new HashSet<>();
  private final Set<Integer> possibleAttachments = new HashSet<>();

  private ActiveContent(PdfObjects objects, @Nullable Decryption decryption) {
    this.objects = objects;
    this.decryption = decryption;
  }

  static boolean isIn(PdfObjects objects, @Nullable Decryption decryption) {
    return new ActiveContent(objects, decryption).found();
  }

  static boolean isNameOfWhatActs(String name) {
    return ACTING.contains(name) || KEYS_OF_WHAT_ACTS.contains(name);
  }

  private boolean found() {
    for (Dictionary trailer : objects.trailers()) {
      if (acts(trailer, null)) {
        return true;
      }
    }
    return objects.inFile().stream().anyMatch(this::acts)
        || objects.inStreams().stream().anyMatch(this::acts)
        || meets(kinds, actingNames)
        || meets(scripts, possibleScripts)
        || meets(attachments, possibleAttachments);
  }

  /** An object without a usual number (0) may be the one that is meant. */
  private static boolean meets(Set<Integer> meant, Set<Integer> there) {
    return !meant.isEmpty() && (there.contains(0) || meant.stream().anyMatch(there::contains));
  }

  private boolean acts(StoredObject object) {
    PdfReader.Reading reading = objects.reading(object);
    PdfValue value = reading.value();
    if (reading.dubious()) {
      return true;
    }
    if (value == null) {
      return false;
    }
    remember(object, value);
    return isElsewhere(object, value) || acts(value, object);
  }

  /** A stream whose content a viewer would fetch from another file. */
  private static boolean isElsewhere(StoredObject object, PdfValue value) {
    return object.stream() != null
        && value instanceof Dictionary dictionary
        && dictionary.all("F").stream()
            .anyMatch(
                file ->
                    file instanceof PdfValue.Text
                        || file instanceof Dictionary
                        || file instanceof PdfValue.Reference);
  }

  private void remember(StoredObject object, PdfValue value) {
    int number = object.number();
    boolean another = value instanceof PdfValue.Reference;
    if (another || (value instanceof PdfValue.Name(String name) && ACTING.contains(name))) {
      actingNames.add(number);
    }
    boolean script =
        value instanceof PdfValue.Text
            || (object.stream() != null
                && value instanceof Dictionary dictionary
                && !dictionary.has("Subtype"));
    if (another || script) {
      possibleScripts.add(number);
    }
    if (another || (value instanceof Dictionary dictionary && dictionary.hasAny(EMBEDDED))) {
      possibleAttachments.add(number);
    }
  }

  private boolean acts(PdfValue value, @Nullable StoredObject within) {
    if (value instanceof Dictionary dictionary
        && (isOfAnActingKind(dictionary)
            || hasScript(dictionary)
            || hasAttachment(dictionary)
            || hasForm(dictionary)
            || leadsAway(dictionary, within))) {
      return true;
    }
    for (PdfValue inner : value.inside()) {
      if (acts(inner, within)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOfAnActingKind(Dictionary dictionary) {
    for (String key : KINDS) {
      for (PdfValue kind : dictionary.all(key)) {
        if (kind instanceof PdfValue.Name(String name) && ACTING.contains(name)) {
          return true;
        }
        if (kind instanceof PdfValue.Reference(int number)) {
          kinds.add(number);
        }
      }
    }
    return false;
  }

  private boolean hasScript(Dictionary dictionary) {
    for (PdfValue script : dictionary.all("JS")) {
      if (script instanceof PdfValue.Text) {
        return true;
      }
      if (script instanceof PdfValue.Reference(int number)) {
        scripts.add(number);
      }
    }
    return false;
  }

  private boolean hasAttachment(Dictionary dictionary) {
    for (PdfValue files : dictionary.all("EF")) {
      if (files instanceof Dictionary direct && direct.hasAny(EMBEDDED)) {
        return true;
      }
      if (files instanceof PdfValue.Reference(int number)) {
        attachments.add(number);
      }
    }
    return false;
  }

  private static boolean hasForm(Dictionary dictionary) {
    return dictionary.all("XFA").stream().anyMatch(form -> !form.equals(new PdfValue.Word("null")));
  }

  /** To another computer's files, or to anything that is not the web. */
  private boolean leadsAway(Dictionary dictionary, @Nullable StoredObject within) {
    for (String key : ADDRESSES) {
      for (PdfValue address : dictionary.all(key)) {
        if (address instanceof PdfValue.Text text && leadsAway(key, plain(text.bytes(), within))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean leadsAway(String key, String address) {
    // As browsers read one (WHATWG URL, 4.4): a scheme may be broken into several lines.
    String stripped = PASSED_OVER.matcher(address.strip()).replaceAll("");
    if (stripped.startsWith("\\\\") || stripped.startsWith("//")) {
      return true;
    }
    var scheme = SCHEME.matcher(stripped);
    return (key.equals("URI") || key.equals("Base"))
        && scheme.matches()
        && !HARMLESS_SCHEMES.contains(scheme.group(1).toLowerCase(Locale.ROOT));
  }

  private String plain(byte[] bytes, @Nullable StoredObject within) {
    byte[] plain =
        decryption == null || within == null || within.packed()
            ? bytes
            : decryption.ofText(within, bytes);
    boolean wide = plain.length >= 2 && (plain[0] & 0xFF) == 0xFE && (plain[1] & 0xFF) == 0xFF;
    return wide
        ? new String(plain, 2, plain.length - 2, StandardCharsets.UTF_16BE)
        : new String(plain, StandardCharsets.ISO_8859_1);
  }
}

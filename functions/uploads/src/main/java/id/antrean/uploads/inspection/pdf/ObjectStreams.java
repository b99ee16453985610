package id.antrean.uploads.inspection.pdf;

import id.antrean.uploads.inspection.pdf.PdfValue.Dictionary;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks the streams in which newer files keep their objects. What cannot be unpacked cannot be
 * looked into, and ends the inspection.
 */
final class ObjectStreams {
  private static final int CHUNK = 16 * 1024;

  private final PdfObjects objects;
  private final @Nullable Decryption decryption;
  private final Work work;

  ObjectStreams(PdfObjects objects, @Nullable Decryption decryption, Work work) {
    this.objects = objects;
    this.decryption = decryption;
    this.work = work;
  }

  /** Makes their objects known. */
  void unpackAll() throws UnreadablePdf {
    for (StoredObject object : objects.inFile()) {
      if (object.stream() != null
          && objects.reading(object).value() instanceof Dictionary dictionary
          && isObjectStream(dictionary)) {
        unpack(object, object.stream(), dictionary);
      }
    }
  }

  /** Some viewers do not ask for the type. */
  private boolean isObjectStream(Dictionary dictionary) {
    return "ObjStm".equals(name(objects.resolve(dictionary.get("Type"))))
        || (dictionary.has("First") && dictionary.has("N"));
  }

  private void unpack(StoredObject object, StoredObject.StreamSpan span, Dictionary dictionary)
      throws UnreadablePdf {
    byte[] content = content(object, span, dictionary);
    int first = objects.number(dictionary.get("First"), -1);
    int count = objects.number(dictionary.get("N"), -1);
    if (first < 0 || count < 0 || first > content.length || (content.length == 0 && count > 0)) {
      throw new UnreadablePdf("an object stream does not say what is in it");
    }
    int at = 0;
    for (int i = 0; i < count && at < content.length; i++) {
      PdfReader.Reading number = PdfReader.read(content, at, work);
      PdfReader.Reading offset = PdfReader.read(content, number.end(), work);
      if (!(number.value() instanceof PdfValue.Numeral(long objectNumber))
          || !(offset.value() instanceof PdfValue.Numeral(long objectOffset))
          || objectOffset < 0
          || objectOffset > content.length - first) {
        return;
      }
      work.object();
      objects.add(
          new StoredObject(
              (int) Math.max(0, objectNumber), 0, content, first + (int) objectOffset, true, null));
      at = offset.end();
    }
  }

  private byte[] content(StoredObject object, StoredObject.StreamSpan span, Dictionary dictionary)
      throws UnreadablePdf {
    String filter = filter(dictionary);
    if (objects.resolve(dictionary.get("DecodeParms")) instanceof Dictionary parameters
        && objects.number(parameters.get("Predictor"), 1) != 1) {
      throw new UnreadablePdf("an object stream in rows");
    }
    boolean packed = filter != null;
    if (filter != null && !filter.equals("FlateDecode") && !filter.equals("Fl")) {
      throw new UnreadablePdf("an object stream in an unusual packing");
    }
    if (packed && decryption == null) {
      return inflate(objects.file(), span.from());
    }
    int length = objects.number(dictionary.get("Length"), 0);
    int claimed = Math.clamp(span.from() + (long) length, span.from(), objects.file().length);
    byte[] stored = Arrays.copyOfRange(objects.file(), span.from(), Math.max(span.to(), claimed));
    work.read(stored.length, 0);
    byte[] plain = decryption == null ? stored : decryption.ofStream(object, stored);
    return packed ? inflate(plain, 0) : unpacked(plain);
  }

  private byte[] unpacked(byte[] plain) {
    work.unpacked(plain.length);
    return plain;
  }

  private @Nullable String filter(Dictionary dictionary) throws UnreadablePdf {
    PdfValue filter = objects.resolve(dictionary.get("Filter"));
    if (filter instanceof PdfValue.Array(var items)) {
      if (items.size() > 1) {
        throw new UnreadablePdf("an object stream packed more than once");
      }
      filter = items.isEmpty() ? null : objects.resolve(items.getFirst());
    }
    return name(filter);
  }

  private static @Nullable String name(@Nullable PdfValue value) {
    return value instanceof PdfValue.Name(String text) ? text : null;
  }

  /** As far as it can be unpacked; the packing itself says where it ends. */
  private byte[] inflate(byte[] packed, int from) {
    byte[] content = new byte[CHUNK];
    int length = 0;
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed, from, packed.length - from);
      int more = inflater.inflate(content);
      while (more > 0) {
        work.unpacked(more);
        length += more;
        if (length == content.length) {
          content = Arrays.copyOf(content, length * 2);
        }
        more = inflater.inflate(content, length, content.length - length);
      }
    } catch (DataFormatException damaged) {
      // What came before the damage is what a viewer sees.
      length = (int) inflater.getBytesWritten();
    } finally {
      work.read(inflater.getBytesRead(), 0);
      inflater.end();
    }
    return Arrays.copyOf(content, length);
  }
}

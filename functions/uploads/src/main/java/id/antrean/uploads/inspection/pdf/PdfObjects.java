package id.antrean.uploads.inspection.pdf;

import id.antrean.uploads.inspection.pdf.PdfValue.Dictionary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a file by their numbers. Of several definitions the last in the file counts, as
 * after a change that was appended; the others can still be looked through.
 */
final class PdfObjects {
  private static final int LONGEST_CHAIN = 8;

  private final byte[] file;
  private final Work work;
  private final ObjectScan.Found found;
  private final Map<Integer, StoredObject> byNumber = new HashMap<>();
  private final List<StoredObject> inStreams = new ArrayList<>();

  PdfObjects(byte[] file, Work work) {
    this.file = file;
    this.work = work;
    this.found = ObjectScan.in(file, work);
    found.objects().forEach(this::index);
  }

  /** Adds an object that lies in an object stream. */
  void add(StoredObject object) {
    inStreams.add(object);
    index(object);
  }

  private void index(StoredObject object) {
    byNumber.put(object.number(), object);
  }

  /** Everything that stands in the file itself, also what stands there by chance. */
  List<StoredObject> inFile() {
    List<StoredObject> all = new ArrayList<>(found.objects());
    all.addAll(found.hidden());
    return all;
  }

  /** What lies in object streams that were unpacked. */
  List<StoredObject> inStreams() {
    return inStreams;
  }

  /** Everything that an honest file means to hold. */
  List<StoredObject> all() {
    List<StoredObject> all = new ArrayList<>(found.objects());
    all.addAll(inStreams);
    return all;
  }

  byte[] file() {
    return file;
  }

  /** Whether the file has an end behind its last object. */
  boolean ended() {
    return found.ended();
  }

  /** The trailers, old and new, in the order of the file. */
  List<Dictionary> trailers() {
    List<Dictionary> trailers = new ArrayList<>();
    for (int at : found.trailers()) {
      if (PdfReader.read(file, at, work).value() instanceof Dictionary trailer) {
        trailers.add(trailer);
      }
    }
    for (StoredObject object : found.objects()) {
      if (object.stream() != null
          && value(object) instanceof Dictionary dictionary
          && dictionary.is("Type", "XRef")) {
        trailers.add(dictionary);
      }
    }
    return trailers;
  }

  PdfReader.Reading reading(StoredObject object) {
    return PdfReader.read(object.bytes(), object.valueAt(), work);
  }

  private @Nullable PdfValue value(StoredObject object) {
    return reading(object).value();
  }

  /** The definition of the object that a value refers to; null if it refers to none. */
  @Nullable StoredObject object(@Nullable PdfValue value) {
    return value instanceof PdfValue.Reference(int number) && number > 0
        ? byNumber.get(number)
        : null;
  }

  /** The value itself, or of the object to which it refers. */
  @Nullable PdfValue resolve(@Nullable PdfValue value) {
    PdfValue resolved = value;
    for (int step = 0; resolved instanceof PdfValue.Reference && step < LONGEST_CHAIN; step++) {
      StoredObject object = object(resolved);
      resolved = object == null ? null : value(object);
    }
    return resolved;
  }

  @Nullable Dictionary dictionary(@Nullable PdfValue value) {
    return resolve(value) instanceof Dictionary dictionary ? dictionary : null;
  }

  int number(@Nullable PdfValue value, int otherwise) {
    return resolve(value) instanceof PdfValue.Numeral(long number)
            && Math.abs(number) <= Integer.MAX_VALUE
        ? (int) number
        : otherwise;
  }
}

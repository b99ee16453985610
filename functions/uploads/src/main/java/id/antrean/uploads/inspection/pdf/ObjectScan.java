package id.antrean.uploads.inspection.pdf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds every object and trailer of a file by the words {@code obj}, {@code stream} and {@code
 * trailer}, as viewers do when the tables of a file are wrong. Each byte is looked at a few times,
 * whatever is written in them.
 *
 * <p>What looks like an object within a stream is found too: a table may lead a viewer there. It is
 * told apart, since in an honest file it is a chance.
 */
final class ObjectScan {
  private static final byte[] OBJECT = ascii("obj");
  private static final byte[] STREAM = ascii("stream");
  private static final byte[] END_OF_STREAM = ascii("endstream");
  private static final byte[] END_OF_OBJECT = ascii("endobj");
  private static final byte[] TRAILER = ascii("trailer");
  private static final byte[] END = ascii("startxref");

  /** No real file numbers its objects higher; Acrobat reads none beyond. */
  private static final int LARGEST_NUMBER = 8_388_607;

  private final byte[] file;
  private final Work work;
  private final List<StoredObject> objects = new ArrayList<>();
  private final List<StoredObject> hidden = new ArrayList<>();
  private final List<Integer> trailers = new ArrayList<>();
  private int endOfStream = -1;
  private int streamUntil = -1;
  private int lastObjectAt = -1;
  private int lastEndAt = -1;

  private ObjectScan(byte[] file, Work work) {
    this.file = file;
    this.work = work;
  }

  /**
   * What was found, in the order of the file.
   *
   * @param objects outside streams
   * @param hidden within streams
   * @param trailers where their dictionaries begin
   * @param ended whether the file has an end behind its last object
   */
  record Found(
      List<StoredObject> objects,
      List<StoredObject> hidden,
      List<Integer> trailers,
      boolean ended) {}

  static Found in(byte[] file, Work work) {
    return new ObjectScan(file, work).scan();
  }

  private Found scan() {
    for (int at = 0; at < file.length; at++) {
      if (file[at] == 'o' && isObject(at)) {
        object(at);
      } else if (file[at] == 't' && stands(TRAILER, at)) {
        trailers.add(at + TRAILER.length);
        work.object();
      } else if (file[at] == 's' && at >= streamUntil && stands(END, at)) {
        lastEndAt = at;
      }
    }
    return new Found(objects, hidden, trailers, lastEndAt > lastObjectAt);
  }

  /** {@code obj}, but not the end of {@code endobj} or of another word. */
  private boolean isObject(int at) {
    return stands(OBJECT, at) && !isLetter(byteAt(at - 1));
  }

  private void object(int word) {
    work.object();
    int value = word + OBJECT.length;
    int generationEnd = blanksBefore(word);
    int generationStart = digitsBefore(generationEnd);
    int numberEnd = blanksBefore(generationStart);
    int numberStart = digitsBefore(numberEnd);
    boolean numbered = generationStart < generationEnd && numberEnd < generationStart;
    int number = numbered ? number(numberStart, numberEnd) : 0;
    int generation = numbered ? number(generationStart, generationEnd) : 0;
    StoredObject.StreamSpan stream = stream(value);
    StoredObject object = new StoredObject(number, generation, file, value, false, stream);
    boolean within = word < streamUntil;
    (within ? hidden : objects).add(object);
    if (!within) {
      lastObjectAt = word;
      if (stream != null) {
        streamUntil = stream.to();
      }
    }
  }

  private StoredObject.@Nullable StreamSpan stream(int valueAt) {
    PdfReader.Reading reading = PdfReader.read(file, valueAt, work);
    int word = PdfReader.skipBlanks(file, reading.end());
    if (!(reading.value() instanceof PdfValue.Dictionary dictionary) || !stands(STREAM, word)) {
      return null;
    }
    int from = word + STREAM.length;
    from += byteAt(from) == '\r' ? 1 : 0;
    from += byteAt(from) == '\n' ? 1 : 0;
    if (dictionary.get("Length") instanceof PdfValue.Numeral(long length)
        && length >= 0
        && length <= file.length - from
        && stands(END_OF_STREAM, PdfReader.skipBlanks(file, from + (int) length))) {
      return new StoredObject.StreamSpan(from, from + (int) length, true);
    }
    int end = endFrom(from);
    return new StoredObject.StreamSpan(from, end, end < file.length);
  }

  /** The next end of a stream; places are asked for in rising order, so each byte is read once. */
  private int endFrom(int from) {
    if (endOfStream < from) {
      endOfStream = from;
      while (endOfStream < file.length
          && !stands(END_OF_STREAM, endOfStream)
          && !stands(END_OF_OBJECT, endOfStream)) {
        endOfStream++;
      }
    }
    return endOfStream;
  }

  private int number(int from, int to) {
    long number = 0;
    for (int at = from; at < to && number <= LARGEST_NUMBER; at++) {
      number = number * 10 + file[at] - '0';
    }
    return number > LARGEST_NUMBER ? 0 : (int) number;
  }

  private int blanksBefore(int end) {
    int at = end;
    while (at > 0 && end - at < 64 && PdfReader.isBlank(file[at - 1])) {
      at--;
    }
    return at;
  }

  private int digitsBefore(int end) {
    int at = end;
    while (at > 0 && end - at < 16 && PdfReader.isDigit(file[at - 1])) {
      at--;
    }
    return at;
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private int byteAt(int at) {
    return at >= 0 && at < file.length ? file[at] & 0xFF : ' ';
  }

  private boolean stands(byte[] word, int at) {
    if (at < 0 || at > file.length - word.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (file[at + i] != word[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

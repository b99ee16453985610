package id.antrean.uploads.inspection.pdf;

/**
 * Counts what looking into one file costs, and ends it when that is more than a paper needs. Real
 * papers stay far below each bound.
 */
final class Work {
  /** Bytes read as objects. Each is read two or three times; the largest file fits. */
  static final long BYTES_READ = 48L * 1024 * 1024;

  /** Values read: numbers, names, strings, and what holds them. */
  static final long VALUES_READ = 6_000_000;

  /** Bytes that all object streams together may unpack to. */
  static final int BYTES_UNPACKED = 24 * 1024 * 1024;

  /** Objects in the file, those in object streams included. */
  static final int OBJECTS = 300_000;

  private long read;
  private long values;
  private int unpacked;
  private int objects;

  void read(long bytes, int valuesAmong) {
    read += bytes;
    values += valuesAmong;
    if (read > BYTES_READ || values > VALUES_READ) {
      throw new TooMuchWork("its objects overlap");
    }
  }

  void unpacked(int bytes) {
    unpacked += bytes;
    if (unpacked > BYTES_UNPACKED) {
      throw new TooMuchWork("its object streams unpack to too much");
    }
  }

  void object() {
    if (++objects > OBJECTS) {
      throw new TooMuchWork("it has too many objects");
    }
  }
}

package id.antrean.uploads.inspection.pdf;

import org.jspecify.annotations.Nullable;

/**
 * A definition of an object, found by its words and not by a table.
 *
 * @param number 0 if it is not written as numbers usually are; some readers find it all the same
 * @param bytes of the file, or of the object stream it lies in
 * @param valueAt where its value begins in these bytes
 * @param packed whether it lies in an object stream
 * @param stream what follows the value, if it is a stream
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StoredObject(
    int number,
    int generation,
    byte[] bytes,
    int valueAt,
    boolean packed,
    @Nullable StreamSpan stream) {

  /**
   * Where a stream's content stands in the file.
   *
   * @param whole whether the file goes on until the stream's end
   */
  record StreamSpan(int from, int to, boolean whole) {}
}

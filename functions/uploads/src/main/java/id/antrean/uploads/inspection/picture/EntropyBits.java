package id.antrean.uploads.inspection.picture;

/** The bits of a scan, up to its next marker; behind it there are only zeros. */
final class EntropyBits {
  private static final int MARKER = 0xFF;
  private static final int FIRST_REAL = 0xC0;
  private static final int FIRST_RESTART = 0xD0;
  private static final int RESTARTS = 8;

  /** Decoders believe a number that is so far ahead; one as far behind is passed over. */
  private static final int NEAR = 2;

  private final byte[] content;
  private int position;
  private long buffer;
  private int buffered;

  EntropyBits(byte[] content, int position) {
    this.content = content;
    this.position = position;
  }

  /** The next bits, at most 16, left where they are. */
  int peek(int count) {
    if (buffered < count) {
      fill();
    }
    return (int) (buffer >>> (64 - count));
  }

  void skip(int count) {
    buffer <<= count;
    buffered -= count;
  }

  /** The next bits, at most 16, taken. */
  int take(int count) {
    if (count == 0) {
      return 0;
    }
    int bits = peek(count);
    skip(count);
    return bits;
  }

  /** Takes any number of bits. */
  void pass(int count) {
    for (int left = count; left > 0; left -= 16) {
      take(Math.min(left, 16));
    }
  }

  /** Whether more bits were taken than there are. */
  boolean exhausted() {
    return buffered < 0;
  }

  /** Where the bits end for now: at a marker, or before one. */
  int position() {
    return position;
  }

  private void fill() {
    while (buffered <= 56 && buffered >= 0) {
      int next = nextByte();
      if (next < 0) {
        return;
      }
      buffer |= (long) next << (56 - buffered);
      buffered += 8;
    }
  }

  /** The next byte of data, or -1 at a marker or the end. */
  private int nextByte() {
    if (position >= content.length) {
      return -1;
    }
    int next = content[position] & 0xFF;
    if (next != MARKER) {
      position++;
      return next;
    }
    int after = position + 1;
    while (after < content.length && (content[after] & 0xFF) == MARKER) {
      after++;
    }
    if (after < content.length && content[after] == 0) {
      position = after + 1;
      return next;
    }
    return -1;
  }

  /**
   * Goes on behind the next restart marker, by the rules of the decoder that browsers use: a number
   * that is neither a little ahead nor a little behind is taken for the expected one.
   *
   * @param expected the number that it should have
   * @return how many intervals were lost before it, or -1 if the scan ends without another
   */
  int restart(int expected) {
    buffer = 0;
    buffered = 0;
    while (position < content.length - 1) {
      int marker = content[position + 1] & 0xFF;
      if ((content[position] & 0xFF) != MARKER || marker == 0 || marker == MARKER) {
        position++;
        continue;
      }
      int number = marker - FIRST_RESTART;
      if (marker >= FIRST_REAL && (number < 0 || number >= RESTARTS)) {
        return -1;
      }
      position += 2;
      int ahead = (number - expected) & (RESTARTS - 1);
      if (marker >= FIRST_RESTART && ahead < RESTARTS - NEAR) {
        return ahead <= NEAR ? ahead : 0;
      }
    }
    return -1;
  }
}

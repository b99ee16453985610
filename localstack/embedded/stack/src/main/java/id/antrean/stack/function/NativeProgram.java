package id.antrean.stack.function;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * What a program for Linux says of itself at its beginning, in its <a
 * href="https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html">ELF header</a>.
 *
 * @param architecture nothing if it is for a processor that Lambda has not
 */
public record NativeProgram(Optional<Architecture> architecture) {
  /** Bytes of a header. */
  static final int HEADER = 64;

  private static final int MAGIC = 0x464c457f;
  private static final int MACHINE = 18;

  /** Nothing if it is no 64-bit ELF file of the little-endian kind: a script, say. */
  static Optional<NativeProgram> read(byte[] header) {
    ByteBuffer elf = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
    boolean known = header.length >= HEADER && elf.getInt(0) == MAGIC && elf.get(4) == 2;
    return known && elf.get(5) == 1
        ? Optional.of(new NativeProgram(Architecture.ofMachine(elf.getShort(MACHINE))))
        : Optional.empty();
  }
}

package id.antrean.stack.function;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a program for Linux says of itself in its <a
 * href="https://refspecs.linuxfoundation.org/elf/gabi4+/contents.html">ELF header</a>: for which
 * processor it is, and which C library it needs.
 *
 * @param architecture nothing if it is for a processor that Lambda has not
 * @param glibc the newest version of glibc that it names, as {@code 2.34}; nothing if none
 */
public record NativeProgram(Optional<Architecture> architecture, Optional<String> glibc) {
  private static final int MACHINE = 18;
  private static final int SECTION_TABLE = 40;
  private static final int SECTION_SIZE = 58;

  /** {@code SHT_GNU_verneed}: the versions that are needed of each library. */
  private static final int VERSIONS_NEEDED = 0x6ffffffe;

  private static final String GLIBC = "GLIBC_";

  /** Nothing if it is no 64-bit ELF file of the little-endian kind: a script, say. */
  public static Optional<NativeProgram> read(byte[] file) {
    ByteBuffer elf = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    boolean known = file.length >= 64 && elf.getInt(0) == 0x464c457f && elf.get(4) == 2;
    return known && elf.get(5) == 1
        ? Optional.of(
            new NativeProgram(
                Architecture.ofMachine(elf.getShort(MACHINE)), newest(glibcVersions(elf))))
        : Optional.empty();
  }

  private static Optional<String> newest(Stream<String> versions) {
    return versions.max(Comparator.comparing(NativeProgram::numbers, NativeProgram::compare));
  }

  /** Whether that version of glibc, as {@code 2.34}, is enough for it. */
  public boolean runsWith(String version) {
    return glibc.map(needed -> compare(numbers(needed), numbers(version)) <= 0).orElse(true);
  }

  private static List<Integer> numbers(String version) {
    return Stream.of(version.split("\\.", -1)).map(Integer::valueOf).toList();
  }

  private static int compare(List<Integer> one, List<Integer> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int order = one.get(i).compareTo(other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  private static Stream<String> glibcVersions(ByteBuffer elf) {
    Stream.Builder<String> found = Stream.builder();
    int table = (int) elf.getLong(SECTION_TABLE);
    int size = elf.getShort(SECTION_SIZE);
    int count = elf.getShort(SECTION_SIZE + 2);
    for (int i = 0; i < count; i++) {
      int section = table + i * size;
      if (elf.getInt(section + 4) == VERSIONS_NEEDED) {
        int names = table + elf.getInt(section + 40) * size;
        addVersions(elf, offset(elf, section), offset(elf, names), found);
      }
    }
    return found.build();
  }

  private static int offset(ByteBuffer elf, int section) {
    return (int) elf.getLong(section + 24);
  }

  /** A chain of libraries, each with a chain of versions; a step of 0 ends either. */
  private static void addVersions(
      ByteBuffer elf, int first, int names, Stream.Builder<String> found) {
    for (int library = first, step = -1; step != 0; library += step) {
      int version = library + elf.getInt(library + 8);
      for (int next = -1; next != 0; version += next) {
        String name = text(elf, names + elf.getInt(version + 8));
        if (name.startsWith(GLIBC)) {
          found.add(name.substring(GLIBC.length()));
        }
        next = elf.getInt(version + 12);
      }
      step = elf.getInt(library + 12);
    }
  }

  private static String text(ByteBuffer elf, int start) {
    int end = start;
    while (elf.get(end) != 0) {
      end++;
    }
    byte[] bytes = new byte[end - start];
    elf.get(start, bytes);
    return new String(bytes, StandardCharsets.US_ASCII);
  }
}

package id.antrean.stack.function;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The newest version of the C library that a program names: with an older one it does not start.
 * See <a href="https://refspecs.linuxbase.org/LSB_3.1.1/LSB-Core-generic/symversion.html">symbol
 * versions</a> of ELF files.
 */
public final class NeededGlibc {
  private static final int SECTION_TABLE = 40;
  private static final int SECTION_SIZE = 58;

  /** {@code SHT_GNU_verneed}: the versions that are needed of each library. */
  private static final int VERSIONS_NEEDED = 0x6ffffffe;

  private static final String PREFIX = "GLIBC_";
  private static final Pattern VERSION = Pattern.compile("[0-9]+(\\.[0-9]+)*");

  /** Relative relocations in their short form are read since 2.36. */
  private static final String SHORT_RELOCATIONS = "ABI_DT_RELR";

  private NeededGlibc() {}

  /**
   * As {@code 2.34}; nothing if the program names none.
   *
   * @throws IOException if it cannot be read as an ELF file
   */
  public static Optional<String> of(Path program) throws IOException {
    try (FileChannel file = FileChannel.open(program)) {
      ByteBuffer elf = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size());
      return versions(elf.order(ByteOrder.LITTLE_ENDIAN))
          .max(Comparator.comparing(NeededGlibc::numbers, NeededGlibc::compare));
    } catch (IndexOutOfBoundsException e) {
      throw new IOException(program + " is no whole ELF file", e);
    }
  }

  /** Whether that version of glibc is enough for what is needed. */
  public static boolean isEnough(String version, String needed) {
    return compare(numbers(needed), numbers(version)) <= 0;
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

  private static Stream<String> versions(ByteBuffer elf) {
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
    int library = first;
    int step;
    do {
      int version = library + elf.getInt(library + 8);
      int next;
      do {
        versionNamed(text(elf, names + elf.getInt(version + 8))).ifPresent(found::add);
        next = elf.getInt(version + 12);
        version += next;
      } while (next > 0);
      step = elf.getInt(library + 12);
      library += step;
    } while (step > 0);
  }

  private static Optional<String> versionNamed(String name) {
    if (!name.startsWith(PREFIX)) {
      return Optional.empty();
    }
    String version = name.substring(PREFIX.length());
    return version.equals(SHORT_RELOCATIONS)
        ? Optional.of("2.36")
        : Optional.of(version).filter(it -> VERSION.matcher(it).matches());
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

package id.antrean.stack.function;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A processor that Lambda has, and a native function is built for. */
public enum Architecture {
  ARM64(183),
  X86_64(62);

  /** The {@code e_machine} of an ELF file. */
  private final int machine;

  Architecture(int machine) {
    this.machine = machine;
  }

  /** This machine's; nothing if Lambda has none like it. */
  public static Optional<Architecture> here() {
    return switch (System.getProperty("os.arch")) {
      case "amd64", "x86_64" -> Optional.of(X86_64);
      case "aarch64", "arm64" -> Optional.of(ARM64);
      default -> Optional.empty();
    };
  }

  static Optional<Architecture> ofMachine(int machine) {
    return Stream.of(values()).filter(it -> it.machine == machine).findFirst();
  }

  /** As template.yaml has it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

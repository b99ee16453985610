package id.antrean.cli.endpoint;

/** A TCP port; 0 means any that is free. */
public record Port(int number) {
  public Port {
    if (number < 0 || number > 65535) {
      throw new IllegalArgumentException("A port is a number from 0 to 65535.");
    }
  }

  public static Port parse(String text) {
    try {
      return new Port(Integer.parseInt(text.strip()));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("A port is a number from 0 to 65535.", e);
    }
  }
}

package id.antrean.domain.applicant;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The provinces, regencies and cities by which NIKs begin.
 *
 * <p>Codes of earlier divisions stay on NIKs for life, so a region not known here is worth a note,
 * not a refusal.
 */
public final class Regions {

  private static final String RESOURCE = "regions.csv";

  private final Set<String> codes;

  private Regions(Set<String> codes) {
    this.codes = codes;
  }

  /** Reads the regions that come with the product. */
  public static Regions bundled() {
    try (InputStream in = Regions.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path");
      }
      return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the region of first registration that the NIK names is known. */
  public boolean knows(Nik nik) {
    return codes.contains(nik.regionCode());
  }

  private static Regions read(BufferedReader lines) {
    return new Regions(
        lines
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.substring(0, line.indexOf(',')))
            .collect(Collectors.toUnmodifiableSet()));
  }
}

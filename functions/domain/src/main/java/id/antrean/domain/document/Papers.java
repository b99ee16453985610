package id.antrean.domain.document;

import id.antrean.domain.EffectiveDated;
import id.antrean.domain.EffectiveDated.Row;
import id.antrean.domain.passport.PassportRequest.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Which papers are required: {@code papers.csv} beside this class, effective-dated. */
public final class Papers {
  private static final List<Row> ROWS = EffectiveDated.rows(Papers.class, "papers.csv");

  private Papers() {}

  /**
   * The papers for an application of that kind by an adult or a child, as they are asked for at
   * that moment.
   */
  public static List<Paper> required(Kind kind, boolean child, Instant at) {
    LocalDate day = at.atZone(EffectiveDated.JAKARTA).toLocalDate();
    LocalDate edition =
        ROWS.stream()
            .map(Row::from)
            .filter(from -> !from.isAfter(day))
            .max(Comparator.naturalOrder())
            .orElseThrow(() -> new IllegalStateException("no papers are defined for " + day));
    return ROWS.stream()
        .filter(row -> row.from().equals(edition))
        .filter(row -> matches(row.column(0), child ? "CHILD" : "ADULT"))
        .filter(row -> matches(row.column(1), kind.name()))
        .map(Papers::paper)
        .toList();
  }

  /** Whether two kinds of file are for one paper, of whatever application and at whatever time. */
  public static boolean fulfilTheSame(DocumentKind one, DocumentKind another) {
    return one == another
        || ROWS.stream()
            .map(row -> paper(row).accepts())
            .anyMatch(accepts -> accepts.contains(one) && accepts.contains(another));
  }

  private static boolean matches(String cell, String value) {
    return cell.equals("ANY") || cell.equals(value);
  }

  private static Paper paper(Row row) {
    return new Paper(
        DocumentKind.valueOf(row.column(2)),
        Arrays.stream(row.column(3).split("\\|")).map(DocumentKind::valueOf).toList());
  }
}

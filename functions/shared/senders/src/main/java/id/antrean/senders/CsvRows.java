package id.antrean.senders;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.TreeNode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tables as aggregators export them: CSV whose first line names the columns. */
public final class CsvRows {
  private static final CsvMapper CSV = new CsvMapper();

  private CsvRows() {}

  /** A row each, by the names of its columns; empty where a row lacks one of those. */
  public static Optional<List<JsonNode>> of(String text, String... columns) {
    try (CsvParser parser = CSV.getFactory().createParser(text)) {
      parser.setSchema(CsvSchema.emptySchema().withHeader());
      List<JsonNode> rows = new ArrayList<>();
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        TreeNode row = CSV.readTree(parser);
        rows.add((JsonNode) row);
      }
      boolean complete = rows.stream().allMatch(row -> Stream.of(columns).allMatch(row::has));
      return complete ? Optional.of(rows) : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}

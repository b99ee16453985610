package id.antrean.sandbox.dukcapil;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.sandbox.http.Json;
import java.util.List;
import java.util.Locale;

/**
 * What the registry holds of a person. It knows everybody, and agrees with whatever is asked,
 * except where the full name contains a word that asks for another answer.
 */
final class CivilRegistry {
  /** What is compared, beside the NIK. */
  private static final List<String> ELEMENTS =
      List.of("NO_KK", "TMPT_LHR", "TGL_LHR", "JENIS_KLMIN", "NAMA_LGKP_IBU", "ALAMAT");

  private static final int DAILY_QUOTA = 56_616;

  private CivilRegistry() {}

  /** The envelope that answers this request, in Dukcapil's words. */
  static ObjectNode answer(JsonNode request) {
    String name = request.path("NAMA_LGKP").asText().toUpperCase(Locale.ROOT);
    if (request.path("NIK").asText().isBlank() || name.isBlank()) {
      return operational("Parameter Tidak Lengkap");
    }
    if (!request.path("NIK").asText().matches("[0-9]{16}")) {
      return outcome("15", "Format NIK tidak sesuai dengan format Dukcapil");
    }
    return switch (MagicWord.in(name)) {
      case KUOTA -> operational("Kuota Akses Hari ini telah Habis");
      case TIADA -> outcome("13", "Data tidak ditemukan");
      case WAFAT -> outcome("11", "Data ditemukan, meninggal dunia");
      case NONAKTIF -> outcome("14", "Data ditemukan, status non aktif, hubungi Disdukcapil");
      case BEDA -> comparison(request, "Tidak Sesuai (40)");
      case LAMBAT, SAMPAH, NONE -> comparison(request, "Sesuai (100)");
    };
  }

  /** A refusal that says nothing about the person. */
  static ObjectNode operational(String text) {
    return envelope(Json.object().put("RESPON", text));
  }

  private static ObjectNode outcome(String code, String text) {
    return envelope(
        Json.object().put("RESPON", text).put("RESPONSE_CODE", code).put("RESPONSE_DESC", text));
  }

  private static ObjectNode comparison(JsonNode request, String name) {
    ObjectNode verdict = Json.object().put("NIK", "Sesuai").put("NAMA_LGKP", name);
    ELEMENTS.stream().filter(request::hasNonNull).forEach(e -> verdict.put(e, "Sesuai"));
    return envelope(verdict);
  }

  private static ObjectNode envelope(ObjectNode content) {
    ObjectNode envelope = Json.object();
    envelope.set("content", Json.tree(List.of(content)));
    envelope.put("lastPage", true);
    envelope.put("numberOfElements", 1);
    envelope.putNull("sort");
    envelope.put("totalElements", 1);
    envelope.put("firstPage", true);
    envelope.put("number", 0);
    envelope.put("size", 1);
    envelope.put("quotaLimiter", DAILY_QUOTA);
    return envelope;
  }
}

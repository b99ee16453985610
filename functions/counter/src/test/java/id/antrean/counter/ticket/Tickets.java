package id.antrean.counter.ticket;

import id.antrean.counter.ticket.TicketSheet.Row;
import java.util.List;
import java.util.Random;

/** Tickets as they are, and as nobody hopes to see them. */
final class Tickets {
  static final String CODE = "K7Q2-9MXA";
  static final String QR = token(380);

  static final List<Row> ROWS =
      List.of(
          new Row("Nama", "SITI AMINAH"),
          new Row("Kantor", "Kantor Imigrasi Cilegon"),
          new Row("Alamat", "Jalan Raya Cilegon–Merak Km 116, Grogol, Kota Cilegon 42438"),
          new Row("Tanggal & jam", "Senin, 7 Desember 2026, 08.00–09.00 WIB"),
          new Row("Jalur", "Reguler"),
          new Row("Permohonan", "Paspor baru, elektronik, masa berlaku 10 tahun"),
          new Row("Kode tagihan", "819204837561120"),
          new Row("NTPN", "3F7A21B9C04D5E68"),
          new Row("Jumlah", "Rp950.000"));

  static final List<String> BRING = List.of("KTP asli", "Kartu keluarga asli", "Akta kelahiran");

  static final List<String> NOTES =
      List.of(
          "Datanglah 15 menit sebelum jam yang tertera.",
          "Jangan bagikan gambar tiket ini kepada siapa pun.");

  private static final String BASE64URL =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private Tickets() {}

  static TicketSheet siti() {
    return of(ROWS, BRING, NOTES);
  }

  static TicketSheet of(List<Row> rows, List<String> bring, List<String> notes) {
    return of(CODE, QR, rows, bring, notes);
  }

  static TicketSheet of(
      String code, String qr, List<Row> rows, List<String> bring, List<String> notes) {
    return new TicketSheet(
        "Tiket kedatangan",
        "Tunjukkan halaman ini di loket, di layar atau tercetak.",
        code,
        qr,
        rows,
        "Bawa dokumen asli",
        bring,
        notes,
        "id");
  }

  /** Text of the letters of a compact JWS. */
  static String token(int length) {
    StringBuilder token = new StringBuilder();
    new Random(length)
        .ints(length, 0, BASE64URL.length())
        .forEach(letter -> token.append(BASE64URL.charAt(letter)));
    return token.toString();
  }
}

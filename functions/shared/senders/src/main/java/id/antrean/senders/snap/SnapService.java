package id.antrean.senders.snap;

/** What a partner calls, by the standard's number of it, which stands in every response code. */
enum SnapService {
  INQUIRY("24", "/transfer-va/inquiry"),
  VA_PAYMENT("25", "/transfer-va/payment"),
  QR_NOTIFY("52", "/qr/qr-mpm-notify"),
  TOKEN("73", "/access-token/b2b");

  private final String code;
  private final String path;

  SnapService(String code, String path) {
    this.code = code;
    this.path = path;
  }

  String code() {
    return code;
  }

  /** Without the version before it. */
  String path() {
    return path;
  }

  String resource() {
    return "/payments/snap/{partner}/v1.0" + path;
  }
}

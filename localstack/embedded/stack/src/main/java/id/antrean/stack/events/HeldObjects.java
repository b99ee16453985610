package id.antrean.stack.events;

import id.antrean.emulators.EmbeddedAws;
import id.antrean.emulators.access.Access;
import id.antrean.emulators.access.Denial;
import id.antrean.emulators.access.ObjectAccesses;
import id.antrean.emulators.access.Permissions;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets a function do with objects what its policy allows. Whoever signed is who does it: a request
 * that was signed for a stranger is the signer's, and one that was made up is nobody's: it is not
 * told of, and the store refuses what would be allowed.
 */
final class HeldObjects extends Handler.Wrapper {
  private static final Pattern SIGNER = Pattern.compile("Credential=([^/]+)/");
  private static final Pattern SIGNER_BEFORE = Pattern.compile("X-Amz-Credential=([^&]+)");

  /** Of the stack itself, and of whoever operates it. */
  private static final String MAY_ALL = EmbeddedAws.ACCESS_KEY;

  private static final int ABSENT = 404;
  private static final int FORBIDDEN = 403;

  private final SignedUrls signedUrls = new SignedUrls();
  private volatile Permissions permissions = Permissions.ALL;

  HeldObjects(Handler store) {
    super(store);
  }

  void allow(Permissions allowed) {
    permissions = allowed;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Optional<String> caller = signer(request).filter(name -> !name.equals(MAY_ALL));
    if (caller.isEmpty()) {
      return super.handle(request, response, callback);
    }
    String path = request.getHttpURI().getPath();
    boolean madeUp = SignedUrls.isOne(query(request)) && !signedUrls.isSound(request, caller.get());
    for (Access access :
        ObjectAccesses.of(
            request.getMethod(), path, query(request), header(request, "x-amz-copy-source"))) {
      boolean may =
          madeUp
              ? permissions.covers(caller.get(), access)
              : permissions.allow(caller.get(), access);
      if (!may) {
        refuse(response, caller.get(), access, callback);
        return true;
      }
    }
    return super.handle(
        request,
        new SayingWhatIsAbsent(request, response, caller.get(), ObjectAccesses.list(path)),
        callback);
  }

  private static void refuse(Response response, String caller, Access access, Callback callback) {
    ByteBuffer body =
        StandardCharsets.UTF_8.encode(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>AccessDenied</Code><Message>"
                + escaped(Denial.of(caller, access))
                + "</Message></Error>");
    response.setStatus(FORBIDDEN);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/xml");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.remaining());
    response.write(true, body, callback);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static Optional<String> signer(Request request) {
    Optional<String> now =
        header(request, "Authorization")
            .map(SIGNER::matcher)
            .filter(Matcher::find)
            .map(found -> found.group(1));
    return now.or(
        () ->
            Optional.of(SIGNER_BEFORE.matcher(query(request)))
                .filter(Matcher::find)
                .map(found -> URLDecoder.decode(found.group(1), StandardCharsets.UTF_8))
                .map(credential -> credential.split("/", 2)[0]));
  }

  private static String query(Request request) {
    return Optional.ofNullable(request.getHttpURI().getQuery()).orElse("");
  }

  private static Optional<String> header(Request request, String name) {
    return Optional.ofNullable(request.getHeaders().getField(name)).map(HttpField::getValue);
  }

  /** Who may not list a bucket is not told that something is absent from it. */
  private final class SayingWhatIsAbsent extends Response.Wrapper {
    private final String caller;
    private final Access listing;
    private boolean decided;
    private boolean hidden;

    SayingWhatIsAbsent(Request request, Response response, String caller, Access listing) {
      super(request, response);
      this.caller = caller;
      this.listing = listing;
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback callback) {
      if (hidden) {
        callback.succeeded();
        return;
      }
      if (!decided && getStatus() == ABSENT && !permissions.allow(caller, listing)) {
        decided = true;
        hidden = true;
        refuse(getWrapped(), caller, listing, callback);
        return;
      }
      decided = true;
      super.write(last, content, callback);
    }
  }
}

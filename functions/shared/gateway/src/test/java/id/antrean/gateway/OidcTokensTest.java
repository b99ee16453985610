package id.antrean.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.sun.net.httpserver.HttpServer;
import id.antrean.domain.Unavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tokens that an issuer's key signed, with whatever an issuer might put into one, and forged ones.
 */
class OidcTokensTest {
  private static RSAKey key;
  private static HttpServer issuer;
  private static String address;

  private OidcTokens tokens;

  @BeforeAll
  static void startIssuer() throws IOException, JOSEException {
    key = new RSAKeyGenerator(2048).keyID("k1").algorithm(JWSAlgorithm.RS256).generate();
    issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    address = "http://127.0.0.1:" + issuer.getAddress().getPort();
    serve("/.well-known/openid-configuration", "{\"jwks_uri\":\"" + address + "/keys\"}");
    serve("/keys", new JWKSet(key).toString());
    serve("/lost", "{\"moved\":true}");
    issuer.start();
  }

  /** Anew for each test, so that each fetches the issuer's keys. */
  @BeforeEach
  void believeTheIssuer() {
    tokens = of(address);
  }

  private static void serve(String path, String body) {
    issuer.createContext(
        path,
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  @AfterAll
  static void stopIssuer() {
    issuer.stop(0);
  }

  @Test
  void aGoodTokenTellsWhoCalls() {
    assertThat(tokens.caller(signed(claims())))
        .contains(new Caller("siti", Set.of(Role.APPLICANT), null));
    assertThat(
            tokens.caller(
                signed(with("roles", "\"officer\"").replace("}", ",\"office\":\"CLG\"}"))))
        .contains(new Caller("siti", Set.of(Role.OFFICER), "CLG"));
    assertThat(tokens.caller(signed(with("aud", "[\"other\",\"antrean\"]")))).isPresent();
    assertThat(tokens.caller(signed(with("roles", "[]"))))
        .contains(new Caller("siti", Set.of(), null));
    assertThat(tokens.caller(signed(with("sub", "\"auth0|5f7c\u00E9\"")))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "\"never\"",
        "true",
        "[]",
        "{}",
        "0",
        "-1",
        "1000",
        "1e400",
        "-1e400",
        "\"\"",
      })
  void withoutAnEndThatIsToComeItIsNotBelieved(String exp) {
    refuses(signed(with("exp", exp)));
  }

  @Test
  void withoutAClaimThatItNeedsItIsNotBelieved() {
    refuses(signed(without("exp")));
    refuses(signed(without("sub")));
    refuses(signed(without("iss")));
    refuses(signed(without("aud")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "\"\"",
        "\" \"",
        "7",
        "true",
        "[\"siti\"]",
        "{\"a\":1}",
        "\"\\ud800\"",
        "\"a\\udc00\"",
        "\"\\ufffd\"",
        "\"a\\u0000b\"",
        "\"a\\nb\"",
        "\"\\u200b\"",
        "\"siti\\u202e\""
      })
  void withoutASubjectItIsNotBelieved(String sub) {
    refuses(signed(with("sub", sub)));
  }

  /** What officers register at their desk would be anybody's who could be the desk. */
  @Test
  void nobodyIsAnOfficesDesk() {
    for (String role : new String[] {"applicant", "officer", "auditor"}) {
      for (String desk : new String[] {"desk:CLG", "desk:"}) {
        refuses(
            signed(with("sub", "\"" + desk + "\"").replace("\"applicant\"", "\"" + role + "\"")));
      }
    }
    for (String person : new String[] {"desk", "xdesk:CLG", "Desk:CLG"}) {
      assertThat(tokens.caller(signed(with("sub", "\"" + person + "\"")))).isPresent();
    }
  }

  @Test
  void aSubjectHas255CharactersAtTheMost() {
    assertThat(tokens.caller(signed(with("sub", "\"" + "s".repeat(255) + "\"")))).isPresent();
    refuses(signed(with("sub", "\"" + "s".repeat(256) + "\"")));
    refuses(signed(with("sub", "\"" + "s".repeat(3_000) + "\"")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "\"other\"",
        "[]",
        "[\"other\"]",
        "7",
        "[7]",
        "[null]",
        "{\"antrean\":1}",
        "\"ANTREAN\""
      })
  void forSomebodyElseItIsNotBelieved(String audience) {
    refuses(signed(with("aud", audience)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7",
        "true",
        "{\"applicant\":true}",
        "[7]",
        "[[\"applicant\"]]",
        "[\"applicant\",null]"
      })
  void withRolesThatAreNoneItIsNotBelieved(String roles) {
    refuses(signed(with("roles", roles)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "[\"CLG\"]", "{}", "false"})
  void withAnOfficeThatIsNoNameItIsNotBelieved(String office) {
    refuses(signed(with("office", office)));
  }

  @Test
  void fromTheFutureItIsNotBelieved() {
    long soon = Instant.now().getEpochSecond() + 3_600;
    refuses(signed(with("iat", Long.toString(soon))));
    refuses(signed(with("nbf", Long.toString(soon))));
    refuses(signed(with("iat", "\"now\"")));
    refuses(signed(with("nbf", "{}")));
    long justNow = Instant.now().getEpochSecond() + 10;
    assertThat(tokens.caller(signed(with("iat", Long.toString(justNow))))).isPresent();
  }

  @Test
  void withAClaimTwiceItIsNotBelieved() {
    refuses(signed(claims().replace("}", ",\"sub\":\"budi\"}")));
    refuses(signed(claims().replace("}", ",\"exp\":null}")));
    refuses(signedWithHeader("{\"alg\":\"RS256\",\"kid\":\"k1\",\"kid\":\"k1\"}", claims()));
  }

  @Test
  void withAnythingBehindItsSignatureItIsNotBelieved() {
    String good = signed(claims());
    for (String junk :
        new String[] {
          "=", "==", " ", " x", ".", ".x", ",", ";x", "\u00E9", "%00", "\u0000", "!", "\n", "/", "+"
        }) {
      refuses(good + junk);
    }
    refuses("." + good);
    refuses(good.replaceFirst("\\.", ".."));
  }

  /** 256 bytes leave four bits of the last character to spare, which no signature covers. */
  @Test
  void writtenInAnotherWayItIsNotBelieved() {
    String good = signed(claims());
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    int last = alphabet.indexOf(good.charAt(good.length() - 1));

    for (int bits = 1; bits < 16; bits++) {
      refuses(good.substring(0, good.length() - 1) + alphabet.charAt(last ^ bits));
    }
  }

  @Test
  void signedByAnybodyElseItIsNotBelieved() throws JOSEException {
    RSAKey own = new RSAKeyGenerator(2048).keyID("k1").generate();
    refuses(signed("{\"alg\":\"RS256\",\"kid\":\"k1\"}", claims(), new RSASSASigner(own)));
    refuses(
        signed(
            "{\"alg\":\"RS256\",\"kid\":\"k1\",\"jwk\":" + own.toPublicJWK() + "}",
            claims(),
            new RSASSASigner(own)));
    refuses(signed("{\"alg\":\"RS256\",\"kid\":\"../k1\"}", claims(), new RSASSASigner(own)));
    byte[] publicKey = key.toRSAPublicKey().getEncoded();
    refuses(signed("{\"alg\":\"HS256\",\"kid\":\"k1\"}", claims(), new MACSigner(publicKey)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"none\"}", "{\"alg\":\"None\",\"kid\":\"k1\"}",
            "{\"alg\":\"RS512\",\"kid\":\"k1\"}", "{\"alg\":7}", "{\"alg\":null}",
        "{}", "[]", "7", "{\"alg\":\"RS256\",\"kid\":7}", "{\"alg\":\"RS256\",\"kid\":\"k2\"}",
        "{\"alg\":\"RS256\",\"kid\":\"k1\",\"crit\":[\"b64\"],\"b64\":false}",
            "{\"alg\":\"RS256\",\"kid\":\"k1\",\"typ\":\"JWE\"}"
      })
  void withAnotherHeaderItIsNotBelieved(String header) {
    refuses(signedWithHeader(header, claims()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "a",
        "a.b",
        "a.b.c",
        "a.b.c.d.e",
        "not-a-token",
        "e30.e30.e30",
        "e30.e30."
      })
  void whatIsNoTokenIsNotBelieved(String text) {
    refuses(text);
  }

  @Test
  void ofAnySizeAndDepthItIsAnsweredAtOnce() {
    refuses("a".repeat(1_000_000));
    refuses(signed(claims().replace("}", ",\"x\":\"" + "x".repeat(9_000) + "\"}")));
    refuses(signed(claims().replace("}", ",\"x\":" + "[".repeat(2_500) + "]".repeat(2_500) + "}")));
    refuses(signed("[" + claims() + "]"));
    refuses(signed(""));
    refuses(signed("null"));
    refuses(signed(claims() + "{}"));
  }

  @Test
  void itMayBeForUsByItsClientInstead() {
    assertThat(
            tokens.caller(
                signed(with("client_id", "\"antrean\"").replace("\"aud\":\"antrean\",", ""))))
        .isPresent();
    refuses(signed(with("client_id", "\"other\"").replace("\"aud\":\"antrean\",", "")));
  }

  @Test
  void itIsOf8KilobytesAtTheMost() {
    String longest = padded(8 * 1024);

    assertThat(longest).hasSize(8 * 1024);
    assertThat(tokens.caller(longest)).isPresent();
    refuses(padded(8 * 1024 + 1));
  }

  /** Three characters of base64 for two bytes: four sizes of padding reach every length but one. */
  private static String padded(int length) {
    for (int header = 0; header < 3; header++) {
      String start = "{\"alg\":\"RS256\",\"kid\":\"k1\",\"x\":\"" + "x".repeat(header) + "\"}";
      for (int more = 5_000; more < 6_000; more++) {
        String token =
            base64(start)
                + "."
                + base64(with("x", "\"" + "x".repeat(more) + "\""))
                + "."
                + "s".repeat(342);
        if (token.length() == length) {
          return signedWithHeader(start, with("x", "\"" + "x".repeat(more) + "\""));
        }
      }
    }
    throw new AssertionError("no such length");
  }

  @Test
  void whileTheIssuerCannotBeAskedNobodyKnowsWhetherItIsGood() {
    String good = signed(claims());

    assertThatThrownBy(() -> of("http://127.0.0.1:1").caller(good)).isInstanceOf(Unavailable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"jwks_uri\":null}",
        "{\"jwks_uri\":7}",
        "{\"jwks_uri\":\"/keys\"}",
        "{\"jwks_uri\":\"a b\"}",
        "{\"jwks_uri\":\"urn:keys\"}",
        "{\"jwks_uri\":\"http://127.0.0.1:1/keys\"}",
        "{\"jwks_uri\":\"ISSUER/lost\"}",
        "[]",
        "down for maintenance"
      })
  void norWhileTheIssuerTellsOfNoKeys(String discovery) {
    String path = "/" + UUID.randomUUID();
    serve(path + "/.well-known/openid-configuration", discovery.replace("ISSUER", address));

    String good = signed(claims());

    assertThatThrownBy(() -> of(address + path).caller(good)).isInstanceOf(Unavailable.class);
  }

  private static OidcTokens of(String anIssuer) {
    return new OidcTokens(new TokenSettings(anIssuer, "antrean", "roles", "office"));
  }

  @Test
  void nobodyIsBelievedWithoutAnIssuer() {
    assertThat(
            new OidcTokens(new TokenSettings("", "antrean", "roles", "office"))
                .caller(signed(claims())))
        .isEmpty();
    assertThat(
            new OidcTokens(new TokenSettings(address, "", "roles", "office"))
                .caller(signed(claims())))
        .isEmpty();
  }

  private void refuses(String token) {
    assertThat(tokens.caller(token)).isEqualTo(Optional.empty());
  }

  private static String claims() {
    return "{\"iss\":\"%s\",\"aud\":\"antrean\",\"sub\":\"siti\",\"exp\":%d,\"roles\":[\"applicant\"]}"
        .formatted(address, Instant.now().getEpochSecond() + 600);
  }

  /** The claims with another value of that one, or with one more. */
  private static String with(String name, String json) {
    return without(name)
        .replaceFirst("}$", ",\"" + name + "\":" + Matcher.quoteReplacement(json) + "}");
  }

  private static String without(String name) {
    return claims()
        .replaceFirst(",?\"" + name + "\":(\\[[^]]*]|\"[^\"]*\"|[0-9]+)", "")
        .replace("{,", "{");
  }

  private static String signed(String claims) {
    return signedWithHeader("{\"alg\":\"RS256\",\"kid\":\"k1\",\"typ\":\"JWT\"}", claims);
  }

  private static String signedWithHeader(String header, String claims) {
    try {
      return signed(header, claims, new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  /** Signed as it stands, whatever the header says of it. */
  private static String signed(String header, String claims, JWSSigner signer)
      throws JOSEException {
    String content = base64(header) + "." + base64(claims);
    JWSAlgorithm algorithm = signer instanceof MACSigner ? JWSAlgorithm.HS256 : JWSAlgorithm.RS256;
    Base64URL signature =
        signer.sign(new JWSHeader(algorithm), content.getBytes(StandardCharsets.US_ASCII));
    return content + "." + signature;
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}

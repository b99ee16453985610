package id.antrean.aws.counter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.OfficeId;
import id.antrean.domain.counter.PublishTicketKeys.PublishedKey;
import id.antrean.domain.counter.Ticket;
import id.antrean.domain.counter.TicketCode;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Lane;
import id.antrean.domain.office.SessionId;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedTicketsTest {
  private static final String BASE64URL =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final Instant UNTIL = Instant.parse("2026-12-07T17:00:00Z");
  private static final Ticket TICKET =
      new Ticket(
          new TicketCode("K7Q29MXA"),
          new HoldId(new ApplicationId("siti____________"), 4),
          new SessionId(
              new OfficeId("CLG"), LocalDate.of(2026, 12, 7), LocalTime.of(8, 0), Lane.REGULAR));

  private final SignedTickets tickets = with("secret");
  private final String text = tickets.sign(TICKET, UNTIL);

  private static SignedTickets with(String... secrets) {
    return new SignedTickets(() -> List.of(secrets));
  }

  private static String part(String ticket, int place) {
    return List.of(ticket.split("\\.", -1)).get(place);
  }

  private static JsonNode decoded(String ticket, int place) {
    try {
      return JsonMapper.builder()
          .build()
          .readTree(
              new String(
                  Base64.getUrlDecoder().decode(part(ticket, place)), StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON", e);
    }
  }

  private static String base64(String text) {
    return base64(utf8(text));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String keyId() {
    return tickets.keysNow().getFirst().id();
  }

  // ---- What it says ----

  @Test
  void aTicketIsReadBack() {
    assertThat(tickets.read(text)).contains(TICKET);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 99, Integer.MAX_VALUE})
  void soIsThatOfEveryHold(int version) {
    Ticket ticket =
        new Ticket(
            new TicketCode("ZZZZZZZZ"),
            new HoldId(new ApplicationId("-_-_-_-_-_-_-_-_"), version),
            new SessionId(
                new OfficeId("ABCDEFGH"),
                LocalDate.of(2026, 12, 31),
                LocalTime.of(23, 59),
                Lane.PRIORITY));
    String longest = tickets.sign(ticket, UNTIL);
    assertThat(tickets.read(longest)).contains(ticket);
    assertThat(longest).hasSizeLessThanOrEqualTo(480);
  }

  @Test
  void theSameTicketIsTheSameTextAlsoForAnotherProcess() {
    assertThat(tickets.sign(TICKET, UNTIL)).isEqualTo(text);
    assertThat(with("secret", "former").sign(TICKET, UNTIL)).isEqualTo(text);
  }

  /** That is all: whoever finds a ticket on the floor learns nobody's name or number. */
  @Test
  void itsHeaderNamesTheKeyAndItsBodyTheSeatAndNothingElse() {
    assertThat(decoded(text, 0)).hasToString("{\"alg\":\"EdDSA\",\"kid\":\"" + keyId() + "\"}");
    assertThat(decoded(text, 1))
        .hasToString(
            "{\"app\":\"siti____________\",\"seat\":4,"
                + "\"session\":\"CLG.2026-12-07.0800.REGULAR\","
                + "\"office\":\"CLG\",\"day\":\"2026-12-07\","
                + "\"code\":\"K7Q2-9MXA\",\"exp\":"
                + UNTIL.getEpochSecond()
                + "}");
  }

  @Test
  void itIsShortEnoughForAQrThatAPhoneReads() {
    assertThat(text).hasSizeLessThanOrEqualTo(480).matches("[A-Za-z0-9_.-]+");
  }

  // ---- Whoever checks it offline ----

  /** As somebody does who has never seen our code: RFC 7515, RFC 8037 and RFC 8032, 5.1.3. */
  private static boolean verifies(String ticket, PublishedKey key) {
    try {
      byte[] point = Base64.getUrlDecoder().decode(key.x());
      assertThat(point).hasSize(32);
      boolean odd = (point[31] & 0x80) != 0;
      point[31] &= 0x7F;
      byte[] bigEndian = new byte[32];
      for (int i = 0; i < 32; i++) {
        bigEndian[i] = point[31 - i];
      }
      PublicKey published =
          KeyFactory.getInstance("EdDSA")
              .generatePublic(
                  new EdECPublicKeySpec(
                      NamedParameterSpec.ED25519,
                      new EdECPoint(odd, new BigInteger(1, bigEndian))));
      Signature signature = Signature.getInstance("EdDSA");
      signature.initVerify(published);
      signature.update(
          (part(ticket, 0) + "." + part(ticket, 1)).getBytes(StandardCharsets.US_ASCII));
      return signature.verify(Base64.getUrlDecoder().decode(part(ticket, 2)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Of many keys some have a y with a zero at its end, and half an odd x. */
  @Test
  void itIsVerifiedByThePublishedKeyAloneWhateverTheSecret() {
    for (int i = 0; i < 600; i++) {
      SignedTickets some = with("secret " + i);
      PublishedKey key = some.keysNow().getFirst();
      String ticket = some.sign(TICKET, UNTIL);
      assertThat(verifies(ticket, key)).as("secret " + i).isTrue();
      assertThat(decoded(ticket, 0).path("kid").asText()).isEqualTo(key.id());
    }
    assertThat(verifies(text, with("another").keysNow().getFirst())).isFalse();
  }

  @Test
  void whatIsPublishedDoesNotTellTheSecret() {
    PublishedKey key = tickets.keysNow().getFirst();
    assertThat(key.x()).matches("[A-Za-z0-9_-]{43}").doesNotContain("secret");
    assertThat(key.id()).matches("[A-Za-z0-9_-]{12}");
    assertThat(with("secreu").keysNow().getFirst().id()).isNotEqualTo(key.id());
  }

  // ---- Another key ----

  @Test
  void theTicketsOfTheFormerKeyAreStillRead() {
    SignedTickets rotated = with("new", "secret");
    assertThat(rotated.read(text)).contains(TICKET);
    String newer = rotated.sign(TICKET, UNTIL);
    assertThat(newer).isNotEqualTo(text);
    assertThat(rotated.read(newer)).contains(TICKET);
    assertThat(rotated.keysNow())
        .containsExactly(with("new").keysNow().getFirst(), tickets.keysNow().getFirst());
    assertThat(verifies(newer, rotated.keysNow().getFirst())).isTrue();
    assertThat(verifies(text, rotated.keysNow().getLast())).isTrue();
  }

  @Test
  void thoseOfAKeyThatIsGoneAreNot() {
    assertThat(with("newest", "new").read(text)).isEmpty();
  }

  /** The secret is asked for each time: nobody has to start again after a rotation. */
  @Test
  void aRotationIsSeenWhileWeRun() {
    String[] secret = {"secret"};
    SignedTickets running = new SignedTickets(() -> List.of(secret[0]));
    assertThat(running.read(text)).contains(TICKET);
    secret[0] = "new";
    assertThat(running.read(text)).isEmpty();
    assertThat(running.sign(TICKET, UNTIL)).isEqualTo(with("new").sign(TICKET, UNTIL));
  }

  /** After a rotation another process may sign with a key that this one has not read yet. */
  @Test
  void aKeyThatIsNotKnownIsLookedForOnceMore() {
    SignedTickets behind =
        new SignedTickets(
            new TicketSecrets() {
              @Override
              public List<String> valid() {
                return List.of("former");
              }

              @Override
              public List<String> renewed() {
                return List.of("secret", "former");
              }
            });

    assertThat(behind.read(text)).contains(TICKET);
    assertThat(behind.read(with("another").sign(TICKET, UNTIL))).isEmpty();
  }

  // ---- What is not ours ----

  /** Another letter in the place of each; of the last one a bit that counts. */
  @Test
  void whateverLetterIsChangedItIsRefused() {
    for (int place = 0; place < text.length(); place++) {
      int letter = BASE64URL.indexOf(text.charAt(place));
      String changed =
          text.substring(0, place)
              + (letter < 0 ? 'A' : BASE64URL.charAt(letter ^ 0x20))
              + text.substring(place + 1);
      assertThat(tickets.read(changed)).as("place " + place).isEmpty();
    }
  }

  @Test
  void aSeatThatSomebodyMadeUpIsRefused() {
    String body = decoded(text, 1).toString().replace("\"seat\":4", "\"seat\":5");
    assertThat(body).contains("\"seat\":5");
    assertThat(tickets.read(part(text, 0) + "." + base64(body) + "." + part(text, 2))).isEmpty();
  }

  @Test
  void theSignatureOfAnotherTicketIsRefused() {
    String other =
        tickets.sign(
            new Ticket(TICKET.code(), new HoldId(TICKET.application(), 5), TICKET.session()),
            UNTIL);
    assertThat(tickets.read(part(text, 0) + "." + part(text, 1) + "." + part(other, 2))).isEmpty();
  }

  /** Signed with the right key, and with another algorithm's name above it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"none\",\"kid\":\"KID\"}",
        "{\"alg\":\"None\",\"kid\":\"KID\"}",
        "{\"alg\":\"HS256\",\"kid\":\"KID\"}",
        "{\"alg\":\"ES256\",\"kid\":\"KID\"}",
        "{\"alg\":\"eddsa\",\"kid\":\"KID\"}",
        "{\"alg\":[\"EdDSA\"],\"kid\":\"KID\"}",
        "{\"alg\":null,\"kid\":\"KID\"}",
        "{\"kid\":\"KID\"}",
        "{\"alg\":\"EdDSA\",\"kid\":\"AAAAAAAAAAAA\"}",
        "{\"alg\":\"EdDSA\",\"kid\":null}",
        "{\"alg\":\"EdDSA\",\"kid\":[\"KID\"]}",
        "{\"alg\":\"EdDSA\"}",
        "{}",
        "[]",
        "null",
        "7",
        "\"EdDSA\""
      })
  void anotherHeaderIsRefusedHoweverItIsSigned(String header) {
    String signed = base64(header.replace("KID", keyId())) + "." + part(text, 1);
    byte[] signature = TicketKey.of("secret").sign(utf8(signed));
    assertThat(tickets.read(signed + "." + base64(signature))).isEmpty();
    assertThat(tickets.read(signed + ".")).isEmpty();
  }

  /** The old trick: the public key, which everybody has, taken for a shared secret. */
  @Test
  void aTicketThatIsSignedWithThePublicKeyAsASecretIsRefused() throws GeneralSecurityException {
    String signed = base64("{\"alg\":\"HS256\",\"kid\":\"" + keyId() + "\"}") + "." + part(text, 1);
    byte[] publicKey = Base64.getUrlDecoder().decode(tickets.keysNow().getFirst().x());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(publicKey, "HmacSHA256"));
    assertThat(tickets.read(signed + "." + base64(mac.doFinal(utf8(signed))))).isEmpty();
  }

  @Test
  void aTicketThatNamesAnotherKeyOfOursIsRefused() {
    SignedTickets rotated = with("new", "secret");
    String signed =
        base64("{\"alg\":\"EdDSA\",\"kid\":\"" + rotated.keysNow().getFirst().id() + "\"}")
            + "."
            + part(text, 1);
    byte[] signature = TicketKey.of("secret").sign(utf8(signed));
    assertThat(rotated.read(signed + "." + base64(signature))).isEmpty();
  }

  static Stream<String> garbage() {
    return Stream.of(
        "",
        ".",
        "..",
        "...",
        "a",
        "a.b",
        "a.b.c",
        "a.b.c.d",
        "K7Q2-9MXA",
        "https://example.org/a.b",
        "e30.e30.",
        "e30.e30.e30",
        "bnVsbA.bnVsbA.bnVsbA",
        "ü.ü.ü",
        "\u0000.\u0000.\u0000",
        "   .   .   ",
        base64("{\"alg\":") + ".e30.e30",
        base64("{".repeat(200)) + ".e30.e30",
        base64("[".repeat(500)) + ".e30.e30",
        base64(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1}) + ".e30.e30");
  }

  @ParameterizedTest
  @MethodSource("garbage")
  void whatIsNoTicketIsRefused(String garbage) {
    assertThat(tickets.read(garbage)).isEmpty();
  }

  @Test
  void whatIsCutOffOrHasMoreIsRefused() {
    for (int length = 0; length < text.length(); length++) {
      assertThat(tickets.read(text.substring(0, length))).as("cut off at " + length).isEmpty();
    }
    assertThat(tickets.read(text + ".")).isEmpty();
    assertThat(tickets.read("." + text)).isEmpty();
    assertThat(tickets.read(text + "AAAA")).isEmpty();
    assertThat(tickets.read(text + "\n")).isEmpty();
    assertThat(tickets.read(" " + text)).isEmpty();
  }

  /** However well it is signed: nobody has to work on megabytes. */
  @Test
  void whatIsLongerThanAnyOfOursIsRefused() {
    String header =
        base64("{\"alg\":\"EdDSA\",\"kid\":\"" + keyId() + "\",\"x\":\"" + "x".repeat(700) + "\"}");
    String signed = header + "." + part(text, 1);
    String ticket = signed + "." + base64(TicketKey.of("secret").sign(utf8(signed)));
    assertThat(ticket).hasSizeGreaterThan(1024);
    assertThat(tickets.read(ticket)).isEmpty();
    assertThat(tickets.read(text + "A".repeat(1_000_000))).isEmpty();
  }
}

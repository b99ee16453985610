package id.antrean.sandbox;

import id.antrean.sandbox.aws.AwsAccess;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Where the outside parties find the system, and each other.
 *
 * @param baseUrl where the sandbox is reached, without a path; asked for late, because a port of 0
 *     is known only once the server listens
 * @param apiUrl the API's base, stage included
 * @param tokenAudience for whom tokens are
 * @param dataFolder where the issuer's key and the aggregators' ledgers are kept
 * @param paymentsTable the table that holds the bills
 * @param midtransSecret name or ARN of {@code {"serverKey"}}
 * @param standardSecret name or ARN of {@code {"secret"}}
 * @param xenditSecret name or ARN of {@code {"callbackToken","apiKey"}}
 * @param dokuSecret name or ARN of {@code {"clientId","secretKey"}}
 * @param snapSecret name or ARN of {@code {"tokenKey"}}, to which the sandbox's bank is added
 * @param dukcapilSecret name or ARN of {@code {"userId","password"}}
 */
public record SandboxSettings(
    Supplier<URI> baseUrl,
    Supplier<URI> apiUrl,
    String tokenAudience,
    Path dataFolder,
    AwsAccess aws,
    String paymentsTable,
    String midtransSecret,
    String standardSecret,
    String xenditSecret,
    String dokuSecret,
    String snapSecret,
    String dukcapilSecret) {}

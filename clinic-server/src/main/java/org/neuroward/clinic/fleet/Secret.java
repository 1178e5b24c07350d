package org.neuroward.clinic.fleet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What an agent proves itself with: made by a machine with at least 128 random bits, never chosen by a person. So a plain
 * SHA-256 of it can be stored: there is nothing to guess that salt or stretching would make slower.
 */
final class Secret {

    /** Characters that hold 128 random bits in Base64. */
    static final int SHORTEST = 22;

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    /** A new one of 256 bits, without characters that a command line would take apart. */
    static String made() {
        byte[] bytes = new byte[BYTES];
        String secret;
        do {
            RANDOM.nextBytes(bytes);
            secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            // A leading dash would be read as an option.
        } while (secret.startsWith("-"));
        return secret;
    }

    /** 64 lower-case hexadecimal digits. */
    static String sha256(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(secret)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Compares in a time that tells nothing. */
    static boolean matches(String secret, String storedSha256) {
        return MessageDigest.isEqual(bytes(storedSha256), bytes(sha256(secret)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

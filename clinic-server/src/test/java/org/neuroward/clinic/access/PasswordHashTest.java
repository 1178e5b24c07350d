package org.neuroward.clinic.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHashTest {
    /** The test vector of Argon2's reference implementation (phc-winner-argon2, src/test.c: argon2id, t=2, m=2^16, p=1). */
    private static final String REFERENCE =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    @Test
    void agreesWithTheReferenceImplementation() {
        assertThat(PasswordHash.matches("password", REFERENCE)).isTrue();
        assertThat(PasswordHash.matches("Password", REFERENCE)).isFalse();
    }

    @Test
    void theSamePasswordNeverLooksTheSameTwice() {
        String first = PasswordHash.of("与患者同行 correct horse");
        String second = PasswordHash.of("与患者同行 correct horse");

        assertThat(first).isNotEqualTo(second).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(PasswordHash.matches("与患者同行 correct horse", first)).isTrue();
        assertThat(PasswordHash.matches("与患者同行 correct hors", first)).isFalse();
    }
}

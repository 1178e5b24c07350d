package org.neuroward.clinic.start;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentsTlsTest {

    @TempDir
    Path folder;

    @Test
    void withoutACertificateThereIsNothingToCheck() {
        assertThatCode(() -> AgentsTls.requireUsable(Optional.empty(), Optional.empty()))
                .doesNotThrowAnyException();
    }

    @Test
    void aCertificateWithoutItsKeyIsRefused() {
        assertThatThrownBy(() -> AgentsTls.requireUsable(Optional.of("certificate.pem"), Optional.empty()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("agents.tls.alone");
    }

    @Test
    void missingFilesAndFilesThatAreNoPemAreRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.pem"), "no certificate");

        assertThatThrownBy(() -> AgentsTls.requireUsable(Optional.of("absent.pem"), Optional.of("absent.pem")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("agents.tls.unusable");
        assertThatThrownBy(() -> AgentsTls.requireUsable(Optional.of(text.toString()), Optional.of(text.toString())))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("agents.tls.unusable");
    }
}

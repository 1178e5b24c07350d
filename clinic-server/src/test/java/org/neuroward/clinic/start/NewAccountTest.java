package org.neuroward.clinic.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neuroward.clinic.access.Role;

class NewAccountTest {
    @Test
    void nameShownNameAndRoleAreRead() throws StartRefused {
        NewAccount account = NewAccount.parse(
                List.of("account", "add", "--role", "reviewer", "--username", "zhang", "--name", "张医生"));

        assertThat(account).isEqualTo(new NewAccount("zhang", "张医生", Role.REVIEWER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account",
                "account add",
                "account add --username zhang",
                "account remove --username zhang --name Z --role reviewer",
                "account add --username zhang --name Z --role reviewer --password secret",
                "account add --username zhang --username zhang --role reviewer",
                "serve"
            })
    void whatIsIncompleteOrUnknownIsAnsweredWithTheUsage(String line) {
        StartRefused refused =
                catchThrowableOfType(StartRefused.class, () -> NewAccount.parse(List.of(line.split(" "))));

        assertThat(refused.sentence(new StartTexts(Locale.ENGLISH))).startsWith("Usage: account add");
    }

    @Test
    void anUnknownRoleIsNamed() {
        StartRefused refused = catchThrowableOfType(
                StartRefused.class,
                () -> NewAccount.parse(List.of("account", "add", "--username", "z", "--name", "Z", "--role", "boss")));

        assertThat(refused.sentence(new StartTexts(Locale.CHINESE))).contains("没有角色“boss”");
    }
}

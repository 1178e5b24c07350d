package org.neuroward.clinic.access;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of signing in. */
@MessageBundle("access")
public interface AccessTexts {
    @Message("Sign in")
    String signIn();

    @Message("User name")
    String username();

    @Message("Password")
    String password();

    @Message("The user name or the password is not right. Check both and try again.")
    String wrong();

    @Message("Too many attempts. Wait {seconds} seconds and try again.")
    String tooMany(long seconds);

    @Message("EEG from the bed to the signed report")
    String tagline();

    @Message("Your sign-in ends after {minutes} minutes without any act.")
    String idleNote(long minutes);

    @Message(
            "{#when role}{#is TECHNICIAN}technician{#is THERAPIST}therapist{#is REVIEWER}reviewer{#is ADMINISTRATOR}administrator{#is AUDITOR}auditor{/when}")
    String role(Role role);
}

package org.neuroward.clinic.demo;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words that only a demo shows. */
@MessageBundle("demo")
public interface DemoTexts {
    @Message("Demo accounts")
    String accounts();

    @Message("Everyone can read these passwords. They exist in a demo alone.")
    String accountsNote();

    @Message("Role")
    String role();

    @Message("User name")
    String username();

    @Message("Password")
    String password();
}

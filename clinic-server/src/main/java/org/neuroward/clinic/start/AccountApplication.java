package org.neuroward.clinic.start;

import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.neuroward.clinic.access.Users;
import org.neuroward.clinic.audit.AuditTrail;

/** Adds one account and ends. Runs without the web and with the same database as the server. */
public final class AccountApplication implements QuarkusApplication {
    private final Users users;
    private final AuditTrail trail;

    AccountApplication(Users users, AuditTrail trail) {
        this.users = users;
        this.trail = trail;
    }

    @Override
    public int run(String... arguments) throws IOException {
        StartTexts texts = StartTexts.ofMachine();
        try {
            NewAccount account = NewAccount.parse(List.of(arguments));
            if (users.exists(account.username())) {
                throw new StartRefused("account.exists", account.username());
            }
            String password = NewAccount.askPassword(texts);
            UUID id = users.add(account.username(), account.displayName(), account.role(), password, false);
            trail.record(
                    "account.add",
                    "user",
                    id.toString(),
                    Optional.empty(),
                    "done",
                    Map.of("role", account.role().name()));
            System.out.println(texts.say(
                    "account.added",
                    account.username(),
                    texts.say("role." + account.role().name())));
            return 0;
        } catch (StartRefused e) {
            System.err.println(e.sentence(texts));
            return Main.REFUSED;
        }
    }
}

package org.neuroward.clinic.start;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuroward.clinic.access.Role;

/**
 * What {@code account add --username U --name N --role R} asks for: the first people of a clinic come in this way, by the
 * hand of whoever may write to the data folder. The password is typed, never an argument that other users could see.
 */
record NewAccount(String username, String displayName, Role role) {
    private static final int SHORTEST_PASSWORD = 10;
    private static final List<String> OPTIONS = List.of("--username", "--name", "--role");

    static NewAccount parse(List<String> arguments) throws StartRefused {
        Map<String, String> given = new HashMap<>();
        for (int i = 2; i + 1 < arguments.size(); i += 2) {
            given.put(arguments.get(i), arguments.get(i + 1));
        }
        boolean complete = arguments.size() == 2 + 2 * OPTIONS.size()
                && arguments.subList(0, 2).equals(List.of("account", "add"))
                && given.keySet().containsAll(OPTIONS)
                && given.values().stream().noneMatch(String::isBlank);
        if (!complete) {
            throw new StartRefused("account.usage");
        }
        String wanted = given.get("--role");
        Optional<Role> role = Arrays.stream(Role.values())
                .filter(known -> known.name().equalsIgnoreCase(wanted))
                .findFirst();
        return new NewAccount(
                given.get("--username"),
                given.get("--name"),
                role.orElseThrow(() -> new StartRefused("account.role-unknown", wanted)));
    }

    /** Asks for the password on the terminal, or reads one line where there is none. */
    static String askPassword(StartTexts texts) throws IOException, StartRefused {
        Console console = System.console();
        String password;
        if (console != null) {
            password = new String(console.readPassword("%s ", texts.say("account.password")));
        } else {
            BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
            password = Optional.ofNullable(lines.readLine()).orElse("");
        }
        if (password.length() < SHORTEST_PASSWORD) {
            throw new StartRefused("account.password-short", SHORTEST_PASSWORD);
        }
        return password;
    }
}

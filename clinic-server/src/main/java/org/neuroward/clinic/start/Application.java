package org.neuroward.clinic.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.neuroward.clinic.demo.DemoAccounts;

/** Runs once everything answers: says where, and in a demo with which accounts. */
public final class Application implements QuarkusApplication {
    @ConfigProperty(name = "neuroward.demo")
    boolean demo;

    @ConfigProperty(name = "quarkus.http.port")
    int port;

    @ConfigProperty(name = "neuroward.data-folder")
    String dataFolder;

    @Override
    public int run(String... args) {
        StartTexts texts = StartTexts.ofMachine();
        System.out.println(texts.say("ready", "http://localhost:" + port));
        if (demo) {
            System.out.println(texts.say("demo.marker"));
            System.out.println(texts.say("demo.accounts"));
            DemoAccounts.all()
                    .forEach(account -> System.out.println(
                            "  " + texts.say("role." + account.role().name()) + ": " + account.username() + " / "
                                    + account.password()));
            System.out.println(
                    texts.say("demo.try", DemoAccounts.TECHNICIAN.username(), DemoAccounts.REVIEWER.username()));
            System.out.println(texts.say("demo.stop", dataFolder));
        }
        Quarkus.waitForExit();
        return 0;
    }
}

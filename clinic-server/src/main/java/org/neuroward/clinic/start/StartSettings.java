package org.neuroward.clinic.start;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The few settings needed before the application runs. They come from the same places and in the same order as all
 * others: system properties, environment, {@code config/application.properties}, then the values built in.
 */
record StartSettings(SmallRyeConfig config) {
    static StartSettings read() throws IOException {
        SmallRyeConfigBuilder builder =
                new SmallRyeConfigBuilder().addDefaultInterceptors().addSystemSources();
        Path beside = Path.of("config", "application.properties");
        if (Files.isReadable(beside)) {
            builder.withSources(new PropertiesConfigSource(beside.toUri().toURL(), 260));
        }
        URL builtIn = Thread.currentThread().getContextClassLoader().getResource("application.properties");
        if (builtIn != null) {
            builder.withSources(new PropertiesConfigSource(builtIn, 250));
        }
        return new StartSettings(builder.build());
    }

    Path dataFolder() {
        return Path.of(config.getValue("neuroward.data-folder", String.class))
                .toAbsolutePath()
                .normalize();
    }

    boolean demo() {
        return config.getValue("neuroward.demo", Boolean.class);
    }

    boolean embeddedDatabase() throws StartRefused {
        String kind = config.getValue("neuroward.postgres", String.class).toLowerCase(Locale.ROOT);
        return switch (kind) {
            case "embedded" -> true;
            case "external" -> false;
            default -> throw new StartRefused("database.kind-unknown", kind);
        };
    }

    Optional<String> text(String key) {
        return config.getOptionalValue(key, String.class).filter(value -> !value.isBlank());
    }

    int port(String key, int otherwise) throws StartRefused {
        String text = text(key).orElse(Integer.toString(otherwise));
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new StartRefused("port.not-a-number", key, text);
        }
        return Integer.parseInt(text);
    }
}

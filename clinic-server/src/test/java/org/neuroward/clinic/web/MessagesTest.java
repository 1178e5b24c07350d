package org.neuroward.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every word of every page is there in Chinese, and with the same parameters. */
class MessagesTest {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    @TestFactory
    Stream<DynamicTest> everyBundleIsCompleteInChinese() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.neuroward.clinic")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(MessageBundle.class))
                        .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> requireComplete(type)));
    }

    private static void requireComplete(JavaClass bundle) throws IOException {
        Properties chinese = new Properties();
        String name =
                "/messages/" + bundle.getAnnotationOfType(MessageBundle.class).value() + "_zh.properties";
        try (InputStream in = MessagesTest.class.getResourceAsStream(name)) {
            chinese.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        Set<String> keys =
                bundle.getMethods().stream().map(JavaMethod::getName).collect(Collectors.toCollection(TreeSet::new));

        assertThat(new TreeSet<>(chinese.stringPropertyNames())).isEqualTo(keys);
        for (JavaMethod method : bundle.getMethods()) {
            String english = method.getAnnotationOfType(Message.class).value();
            assertThat(parameters(chinese.getProperty(method.getName())))
                    .as(bundle.getSimpleName() + "." + method.getName())
                    .isEqualTo(parameters(english));
        }
    }

    private static Set<String> parameters(String message) {
        return PARAMETER
                .matcher(message)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

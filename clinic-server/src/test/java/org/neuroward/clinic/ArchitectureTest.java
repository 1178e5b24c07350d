package org.neuroward.clinic;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Dependencies point downwards only. The table of packages in ARCHITECTURE.md is both what people read and what this test
 * holds: a row names a package and what it may use beside itself and the JDK.
 */
class ArchitectureTest {

    private static final String BASE = "org.neuroward.";
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z0-9.]+)` \\|[^|]*\\|([^|]*)\\|$");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    /** What the framework brings, for the packages of the server only. */
    private static final List<String> SERVER_LIBRARIES = List.of(
            "io.quarkus..",
            "io.vertx..",
            "io.smallrye..",
            "io.micrometer..",
            "jakarta..",
            "org.hibernate..",
            "org.jboss..",
            "org.eclipse.microprofile..",
            "com.fasterxml.jackson..");

    private static final Map<String, Set<String>> UNREPEATABLE = Map.of(
            "java.lang.Math",
            Set.of(
                    "sin",
                    "cos",
                    "tan",
                    "asin",
                    "acos",
                    "atan",
                    "atan2",
                    "sinh",
                    "cosh",
                    "tanh",
                    "exp",
                    "expm1",
                    "log",
                    "log10",
                    "log1p",
                    "pow",
                    "hypot",
                    "cbrt",
                    "toRadians",
                    "toDegrees"),
            "java.util.stream.DoubleStream",
            Set.of("sum", "average", "summaryStatistics", "parallel"),
            "java.util.stream.IntStream",
            Set.of("parallel"),
            "java.util.stream.Stream",
            Set.of("parallel"),
            "java.util.Collection",
            Set.of("parallelStream"),
            "java.util.Arrays",
            Set.of("parallelSort", "parallelPrefix", "parallelSetAll"));

    private static JavaClasses neuroward;
    private static Map<String, List<String>> table;

    @BeforeAll
    static void readClassesAndTable() throws IOException {
        neuroward = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.neuroward");
        table = readTable(architectureDocument());
    }

    @Test
    void everyPackageHasARowAndEveryRowAPackage() {
        Set<String> packages = neuroward.stream()
                .map(JavaClass::getPackageName)
                .map(name -> name.substring(BASE.length()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(packages).isEqualTo(new TreeSet<>(table.keySet()));
    }

    @TestFactory
    Stream<DynamicTest> aPackageUsesOnlyWhatItsRowAllows() {
        return table.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> checkRow(row.getKey(), row.getValue())));
    }

    @Test
    void theTableHasNoCircle() {
        Set<String> done = new TreeSet<>();
        table.keySet().forEach(name -> walk(name, new ArrayList<>(), done));
    }

    @Test
    void protocolsAndReportsKnowNoFrameworkNoClockNoNetworkAndNoThreads() {
        noClasses()
                .that(describedAs("in protocols or reports", ArchitectureTest::isPlain))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..",
                        "jakarta..",
                        "org.hibernate..",
                        "java.sql..",
                        "java.net..",
                        "io.grpc..",
                        "java.util.logging..",
                        "org.jboss.logging..",
                        "org.slf4j..",
                        "java.util.concurrent")
                .check(neuroward);
        noClasses()
                .that(describedAs("in protocols or reports", ArchitectureTest::isPlain))
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .check(neuroward);
    }

    /** A processor may give its own last bit of a sine; {@link StrictMath} and the exact functions of {@link Math} may not. */
    @Test
    void protocolsAndReportsGetTheSameBitsOnEveryMachine() {
        noClasses()
                .that(describedAs("in protocols or reports", ArchitectureTest::isPlain))
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "a function whose last bits or order of sums the platform chooses", access -> UNREPEATABLE
                                .getOrDefault(access.getTargetOwner().getName(), Set.of())
                                .contains(access.getTarget().getName())))
                .check(neuroward);
    }

    @Test
    void entitiesStayInTheirPackage() {
        classes()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .notBePublic()
                .check(neuroward);
    }

    private static void walk(String name, List<String> path, Set<String> done) {
        assertThat(path)
                .as("a circle in the table of packages, through " + name)
                .doesNotContain(name);
        if (done.contains(name)) {
            return;
        }
        path.add(name);
        table.getOrDefault(name, List.of()).forEach(used -> walk(used, path, done));
        path.removeLast();
        done.add(name);
    }

    private static void checkRow(String name, List<String> allowed) {
        List<String> packages = new ArrayList<>(List.of("java..", "javax..", BASE + name));
        if (name.startsWith("clinic.")) {
            packages.addAll(SERVER_LIBRARIES);
        }
        for (String entry : allowed) {
            packages.add(entry.contains("..") || entry.contains(".neuroward.") ? entry : BASE + entry);
        }
        classes()
                .that()
                .resideInAPackage(BASE + name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(packages.toArray(String[]::new))
                .allowEmptyShould(false)
                .check(neuroward);
    }

    private static boolean isPlain(JavaClass type) {
        String name = type.getPackageName().substring(BASE.length());
        return !name.startsWith("clinic")
                && !name.startsWith("agent")
                && !name.startsWith("drill")
                && !name.equals("lsl");
    }

    private static DescribedPredicate<JavaClass> describedAs(
            String where, java.util.function.Predicate<JavaClass> test) {
        return DescribedPredicate.describe(where, test);
    }

    private static Map<String, List<String>> readTable(Path document) throws IOException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(document)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.put(
                        row.group(1),
                        NAME.matcher(row.group(2))
                                .results()
                                .map(found -> found.group(1))
                                .toList());
            }
        }
        assertThat(rows).as("rows of the package table in " + document).isNotEmpty();
        return rows;
    }

    private static Path architectureDocument() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path document = folder.resolve("ARCHITECTURE.md");
            if (Files.exists(document)) {
                return document;
            }
        }
        throw new AssertionError("ARCHITECTURE.md must stand above the folder in which the tests run");
    }
}

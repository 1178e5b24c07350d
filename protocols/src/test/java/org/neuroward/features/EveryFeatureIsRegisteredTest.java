package org.neuroward.features;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.neuroward.artifact.QualityIndex;
import org.neuroward.artifact.WindowFacts;
import org.neuroward.spectrum.LongTransform;

/** A public class that computes on samples is in the list of features, and so in the tests that run through all of them. */
class EveryFeatureIsRegisteredTest {

    /** Where computations live; recordings and files give samples, and take none. */
    private static final Set<String> PACKAGES = Set.of(
            "spectrum", "filter", "reference", "artifact", "connectivity", "network", "complexity", "evoked", "scalp");

    /** What a method of a computation takes: samples, or what other computations made of them. */
    private static final Set<String> TAKEN = Set.of(
            "double[]",
            "double[][]",
            "org.neuroward.spectrum.PowerSpectrum",
            "org.neuroward.connectivity.CrossSpectra",
            "org.neuroward.connectivity.PairMatrix");

    /** Classes whose results are seen in another feature's only. */
    private static final Map<Class<?>, String> WITHIN = Map.of(
            WindowFacts.class,
            "artifact-windows",
            QualityIndex.class,
            "artifact-windows",
            LongTransform.class,
            "fir-high-pass");

    @Test
    void aClassThatTakesSamplesIsAFeature() {
        JavaClasses library = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.neuroward");
        Set<String> registered =
                Features.ALL.stream().map(feature -> feature.type().getName()).collect(Collectors.toSet());
        WITHIN.forEach((type, feature) -> registered.add(type.getName()));

        Set<String> computing = library.stream()
                .filter(type -> PACKAGES.contains(type.getPackageName().replace("org.neuroward.", "")))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && type.isTopLevelClass())
                .filter(type -> type.getMethods().stream().anyMatch(EveryFeatureIsRegisteredTest::takesSamples))
                .map(JavaClass::getName)
                .collect(Collectors.toSet());

        assertThat(computing).isNotEmpty();
        assertThat(registered).containsAll(computing);
    }

    private static boolean takesSamples(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PUBLIC)
                && method.getParameters().stream()
                        .map(parameter -> parameter.getType().getName())
                        .map(name -> name.replace("[D", "double[]").replace("[double[]", "double[][]"))
                        .anyMatch(name -> TAKEN.stream().anyMatch(name::contains));
    }
}

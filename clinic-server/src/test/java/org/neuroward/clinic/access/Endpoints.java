package org.neuroward.clinic.access;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.websockets.next.WebSocket;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Every route that the code serves, found in the code itself and not in the table. */
final class Endpoints {
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private Endpoints() {}

    /** As {@code POST /orders/{}/confirm}; parameters without their names, since those are the code's affair. */
    static Set<String> inCode() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.neuroward.clinic");
        Set<String> found = new TreeSet<>();
        for (JavaClass type : classes) {
            type.tryGetAnnotationOfType(WebSocket.class).ifPresent(socket -> found.add("WS " + shape(socket.path())));
            type.tryGetAnnotationOfType(Path.class)
                    .ifPresent(root -> type.getMethods().forEach(method -> httpMethod(method)
                            .ifPresent(verb -> found.add(verb + " " + shape(root.value() + "/" + pathOf(method))))));
        }
        return found;
    }

    static String shape(String path) {
        return "/"
                + String.join(
                        "/",
                        AccessTable.segments(path).stream()
                                .map(segment -> segment.startsWith("{") ? "{}" : segment)
                                .toList());
    }

    private static Optional<String> httpMethod(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(JavaAnnotation::getRawType)
                .filter(type -> type.getPackageName().equals("jakarta.ws.rs"))
                .map(JavaClass::getSimpleName)
                .filter(METHODS::contains)
                .findFirst();
    }

    private static String pathOf(JavaMethod method) {
        return method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
    }
}

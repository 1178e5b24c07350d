package org.neuroward.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neuroward.wire.FrameContent.Samples;
import org.neuroward.wire.FromAgent.FrameMessage;
import org.neuroward.wire.FromAgent.Preview;

/**
 * What a version of the wire once meant, it means for ever. The files come from {@code src/test/tools/wire_fixtures.py}, which
 * shares no code with the product.
 */
class GoldenBytesTest {

    private static final Path FOLDER = Path.of("src/test/resources/wire/v1");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<String> fixtures() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".bin"))
                    .map(name -> name.replace(".bin", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void meansWhatItMeant(String name) throws Exception {
        byte[] bytes = Files.readAllBytes(FOLDER.resolve(name + ".bin"));

        Object decoded = decode(name, bytes);

        assertThat(JSON.readTree(JSON.writeValueAsString(shown(decoded))))
                .isEqualTo(JSON.readTree(FOLDER.resolve(name + ".json").toFile()));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void isWrittenAsItWas(String name) throws Exception {
        byte[] bytes = Files.readAllBytes(FOLDER.resolve(name + ".bin"));

        byte[] encoded =
                switch (decode(name, bytes)) {
                    case Frame frame -> again(frame).encode();
                    case FromAgent message -> WireCodec.encode(message);
                    case FromServer message -> WireCodec.encode(message);
                    default -> throw new AssertionError(name);
                };

        assertThat(encoded).isEqualTo(bytes);
    }

    private static Frame again(Frame frame) throws FrameException {
        FrameHeader header = frame.header();
        return new FrameMaker(frame.recordingId(), frame.index())
                .make(frame.content(), header.position(), header.time());
    }

    private static Object decode(String name, byte[] bytes) throws IOException {
        if (name.startsWith("frame")) {
            return Frame.decode(bytes);
        }
        return name.startsWith("agent") ? WireCodec.decodeFromAgent(bytes) : WireCodec.decodeFromServer(bytes);
    }

    private static Object shown(Object value) throws Exception {
        return switch (value) {
            case Frame frame -> Map.of("header", shown(frame.header()), "content", shown(frame.content()));
            case FrameMessage message -> Map.of("frame", shown(message.frame()));
            case Samples samples -> Map.of("counts", samples.counts());
            case Preview preview ->
                Map.of(
                        "stream", preview.stream(),
                        "firstSample", preview.firstSample(),
                        "channels", preview.channels(),
                        "counts", preview.counts());
            case Record data -> components(data);
            case List<?> list -> elements(list);
            case OptionalDouble optional -> optional.isPresent() ? optional.getAsDouble() : null;
            case Optional<?> optional -> optional.isPresent() ? shown(optional.get()) : null;
            case Number number -> number;
            case Boolean truth -> truth;
            default -> value.toString();
        };
    }

    private static Object elements(List<?> list) throws Exception {
        Object[] elements = new Object[list.size()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = shown(list.get(i));
        }
        return elements;
    }

    private static Map<String, Object> components(Record data) throws Exception {
        var shown = new LinkedHashMap<String, Object>();
        for (RecordComponent component : data.getClass().getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            shown.put(component.getName(), shown(component.getAccessor().invoke(data)));
        }
        return shown;
    }
}

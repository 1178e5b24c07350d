package org.neuroward.scoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Result documents as UTF-8 JSON: fixed order, line feeds, shortest decimal that reads back as the same double. */
public final class ResultJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final ObjectWriter WRITER = MAPPER.writer(new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private ResultJson() {}

    public static byte[] write(ResultDocument document) {
        try {
            return (WRITER.writeValueAsString(document) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result document must always be writable as JSON", e);
        }
    }

    /** @throws IOException when the bytes are no result document of a schema that this version knows */
    public static ResultDocument read(byte[] json) throws IOException {
        ResultDocument document = MAPPER.readValue(json, ResultDocument.class);
        if (!ResultDocument.SCHEMA.equals(document.schema())) {
            throw new IOException(
                    "unknown result schema: " + document.schema() + ", expected " + ResultDocument.SCHEMA);
        }
        return document;
    }
}

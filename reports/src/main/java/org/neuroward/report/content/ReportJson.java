package org.neuroward.report.content;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Function;
import org.neuroward.scoring.ResultDocument;
import org.neuroward.scoring.ResultJson;

/**
 * Reports as canonical UTF-8 JSON: fixed order of fields, line feeds, shortest decimal that reads back as the same
 * double, times in ISO 8601 with their offset. Equal documents give equal bytes, and so equal hashes.
 */
public final class ReportJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(times())
            .addModule(codes())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();
    private static final ObjectWriter WRITER = MAPPER.writer(new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private ReportJson() {}

    /** The canonical bytes. */
    public static byte[] write(ReportDocument document) {
        try {
            return (WRITER.writeValueAsString(document) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report must always be writable as JSON", e);
        }
    }

    /** @throws IOException when the bytes are no report of a schema that this version knows, or its result was altered */
    public static ReportDocument read(byte[] json) throws IOException {
        ReportDocument document = MAPPER.readValue(json, ReportDocument.class);
        if (!ReportDocument.SCHEMA.equals(document.schema())) {
            throw new IOException(
                    "unknown report schema: " + document.schema() + ", expected " + ReportDocument.SCHEMA);
        }
        if (!sha256(document.result()).equals(document.resultSha256())) {
            throw new IOException("a report holds the result that its hash names: report=" + document.id()
                    + ", version=" + document.version());
        }
        return document;
    }

    /** Lower-case hex SHA-256 of the canonical bytes. */
    public static String sha256(ReportDocument document) {
        return sha256(write(document));
    }

    /** Lower-case hex SHA-256 of the result document's own bytes. */
    public static String sha256(ResultDocument result) {
        return sha256(ResultJson.write(result));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static SimpleModule times() {
        return new SimpleModule("report")
                .addSerializer(new AsText<>(OffsetDateTime.class, DateTimeFormatter.ISO_OFFSET_DATE_TIME::format))
                .addDeserializer(OffsetDateTime.class, new FromText<>(OffsetDateTime.class, OffsetDateTime::parse))
                .addSerializer(new AsText<>(LocalDate.class, LocalDate::toString))
                .addDeserializer(LocalDate.class, new FromText<>(LocalDate.class, LocalDate::parse));
    }

    private static SimpleModule codes() {
        SimpleModule module = new SimpleModule("codes");
        module.addSerializer(new AsText<>(Enum.class, ReportJson::code));
        addCodes(module, ReportStatus.class);
        addCodes(module, PatientSnapshot.Sex.class);
        addCodes(module, PatientSnapshot.IdentifierKind.class);
        addCodes(module, StatementTemplate.class);
        addCodes(module, Limitation.class);
        addCodes(module, Signature.Meaning.class);
        return module;
    }

    private static <E extends Enum<E>> void addCodes(SimpleModule module, Class<E> type) {
        module.addDeserializer(
                type,
                new FromText<>(
                        type,
                        code -> Enum.valueOf(type, code.toUpperCase(Locale.ROOT).replace('-', '_'))));
    }

    /** The code of a constant in JSON and in message keys: {@code REVIEW_AND_APPROVAL} is {@code review-and-approval}. */
    public static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static final class AsText<T> extends StdSerializer<T> {
        private final transient Function<T, String> format;

        AsText(Class<T> type, Function<T, String> format) {
            super(type);
            this.format = format;
        }

        @Override
        public void serialize(T value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(format.apply(value));
        }
    }

    private static final class FromText<T> extends StdDeserializer<T> {
        private final transient Function<String, T> parse;

        FromText(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getValueAsString();
            try {
                return parse.apply(text);
            } catch (DateTimeException | IllegalArgumentException e) {
                throw context.weirdStringException(text, _valueClass, "expected an ISO 8601 time or a known code");
            }
        }
    }
}

package org.neuroward.report.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neuroward.report.content.Limitation;
import org.neuroward.report.content.PatientSnapshot;
import org.neuroward.report.content.ReportDocument;
import org.neuroward.report.content.ReportJson;
import org.neuroward.report.content.ReportStatus;
import org.neuroward.report.content.SessionFacts;
import org.neuroward.report.content.Statement;

/** All words of a report in one language. What is not in the list cannot be said. */
public final class Wording {

    public static final Wording ENGLISH = new Wording("en", Locale.ENGLISH);
    public static final Wording CHINESE = new Wording("zh", Locale.SIMPLIFIED_CHINESE);

    private static final Pattern SLOT = Pattern.compile("\\{([A-Za-z0-9-]+)}");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm (xxx)", Locale.ROOT);
    private static final DateTimeFormatter TIME_OF_SIGNING =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss (xxx)", Locale.ROOT);

    private final Locale locale;
    private final Properties texts;

    private Wording(String language, Locale locale) {
        this.locale = locale;
        this.texts = load("wording_" + language + ".properties");
    }

    /** Chinese for every kind of Chinese, else English. */
    public static Wording of(Locale locale) {
        return locale.getLanguage().equals("zh") ? CHINESE : ENGLISH;
    }

    /** BCP 47, for {@code lang} attributes. */
    public String languageTag() {
        return locale.toLanguageTag();
    }

    /** @throws IllegalArgumentException when the list has no such text */
    public String text(String key) {
        return find(key)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the wording has no such text: key=" + key + ", language=" + languageTag()));
    }

    /** @param slots name and value in turn */
    public String text(String key, String... slots) {
        Map<String, String> filling = new LinkedHashMap<>();
        for (int i = 0; i < slots.length; i += 2) {
            filling.put(slots[i], slots[i + 1]);
        }
        return fill(text(key), filling);
    }

    public String statement(Statement statement) {
        Map<String, String> filling = new LinkedHashMap<>();
        statement.slots().forEach((slot, value) -> filling.put(slot, slotText(slot, value)));
        return sentence(fill(text("statement." + ReportJson.code(statement.template())), filling));
    }

    public String limitation(Limitation limitation) {
        return text("limitation." + ReportJson.code(limitation));
    }

    public String status(ReportDocument document) {
        boolean amended = document.status() == ReportStatus.FINAL && document.version() > 1;
        return text("status." + (amended ? "amended" : ReportJson.code(document.status())));
    }

    /**
     * The name of a code that a result carries. A result is not ours: a code that the list does not know is shown as it
     * is rather than hidden, and one unknown code never keeps a report from being read.
     */
    public String name(String kind, String code) {
        return find(kind + "." + code).orElse(code);
    }

    /** The sentence of a refusal or notice, filled with its facts; the bare code and facts when the list has none. */
    public String sentence(String kind, String code, Map<String, Object> facts) {
        Map<String, String> filling = new LinkedHashMap<>();
        facts.forEach((name, value) -> filling.put(name, Numbers.fact(value)));
        return find(kind + "." + code)
                .map(text -> fill(text, filling))
                .orElseGet(() -> facts.isEmpty() ? code : code + " " + filling);
    }

    /** The name of a result, for example "Alpha relative power". */
    public String measure(String code) {
        String[] parts = code.split("\\.");
        if (parts.length == 3 && parts[0].equals("band-power")) {
            return text("measure.band-power", "band", name("band", parts[1]), "measure", name("measure", parts[2]));
        }
        return name("measure", code);
    }

    /** At the start of a line or cell: the first letter in upper case, which Chinese does not have. */
    public String sentence(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    public String time(OffsetDateTime time) {
        return TIME.format(time);
    }

    public String timeOfSigning(OffsetDateTime time) {
        return TIME_OF_SIGNING.format(time);
    }

    /** Age on the day of the recording; empty when the birth date is not known or lies later. */
    public Optional<String> age(PatientSnapshot patient, SessionFacts session) {
        return patient.birthDate()
                .map(born -> Period.between(born, session.startedAt().toLocalDate()))
                .filter(age -> !age.isNegative())
                .map(this::age);
    }

    private String age(Period age) {
        String months = Integer.toString(age.getMonths());
        return age.getYears() == 0
                ? text("age.months", "months", months)
                : text("age.years-months", "years", Integer.toString(age.getYears()), "months", months);
    }

    /** Codes of a kind that have a name, for example the conditions. */
    public Set<String> codes(String kind) {
        Set<String> codes = new TreeSet<>();
        keys().stream()
                .filter(key -> key.startsWith(kind + "."))
                .forEach(key -> codes.add(key.substring(kind.length() + 1)));
        return codes;
    }

    /** Keys of every text, for a test that compares languages. */
    Set<String> keys() {
        return new TreeSet<>(texts.stringPropertyNames());
    }

    private String slotText(String slot, Object value) {
        return switch (slot) {
            case "condition", "reason", "grade" -> name(slot, String.valueOf(value));
            case "hertz" -> Numbers.hertz(((Number) value).doubleValue());
            case "index" -> Numbers.oneDecimal(((Number) value).doubleValue());
            case "seconds", "secondsClean", "secondsRecorded" -> Numbers.seconds(((Number) value).doubleValue());
            default -> Numbers.fact(value);
        };
    }

    /** The text of a key, if the list has it. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(texts.getProperty(key));
    }

    private static String fill(String text, Map<String, String> filling) {
        Matcher slots = SLOT.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (slots.find()) {
            String value = Objects.requireNonNullElse(filling.get(slots.group(1)), slots.group());
            slots.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return slots.appendTail(filled).toString();
    }

    private static Properties load(String name) {
        try (InputStream bytes = Wording.class.getResourceAsStream(name);
                InputStreamReader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("the wording is part of the program: " + name, e);
        }
    }
}

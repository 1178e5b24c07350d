package org.neuroward.edf;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.neuroward.signal.ChannelKind;
import org.neuroward.signal.Electrodes;

/**
 * What a de-identified file may say: words of closed lists and numbers. A text with any other word is left out, because
 * nobody can tell a rare technical term from a name. Nothing is taken out of the middle of a text: it stays whole or goes.
 */
public final class NeutralText {

    /** EDF+'s word for what is not told. */
    static final String UNKNOWN = "X";

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\-_.:;,/+()]+");
    private static final Pattern SHORT_NUMBER = Pattern.compile("\\d{1,3}");
    private static final Pattern NUMBERED_INPUT =
            Pattern.compile("(CH|EXG|DC|AUX|MISC|GSR|EMG|EOG|ECG|EEG|TRIG|STI|E)\\d{1,3}");
    private static final Set<String> LABEL_WORDS = Set.of(
            "EEG",
            "EOG",
            "VEOG",
            "HEOG",
            "EYE",
            "EMG",
            "ECG",
            "EKG",
            "POL",
            "REF",
            "AVG",
            "AV",
            "LE",
            "RE",
            "LER",
            "GND",
            "A1A2",
            "M1M2",
            "LOC",
            "ROC",
            "LEFT",
            "RIGHT",
            "L",
            "R",
            "CHIN",
            "LEG",
            "SUBMENTAL",
            "RESP",
            "ORO",
            "NASAL",
            "ORONASAL",
            "FLOW",
            "AIRFLOW",
            "THORAX",
            "THORACIC",
            "ABDOMEN",
            "CHEST",
            "EFFORT",
            "SNORE",
            "SAO2",
            "SPO2",
            "PULSE",
            "PLETH",
            "TEMP",
            "RECTAL",
            "BODY",
            "POSITION",
            "LIGHT",
            "STATUS",
            "TRIGGER",
            "TRIG",
            "STI",
            "STIM",
            "MARKER",
            "EVENT",
            "PHOTIC",
            "HORIZONTAL",
            "VERTICAL",
            "ANNOTATIONS");
    private static final Set<String> TRANSDUCER_WORDS = Set.of(
            "AG",
            "AGCL",
            "AGAGCL",
            "GOLD",
            "TIN",
            "CUP",
            "DISC",
            "DISK",
            "SINTERED",
            "ACTIVE",
            "PASSIVE",
            "WET",
            "DRY",
            "GEL",
            "SALINE",
            "ELECTRODE",
            "ELECTRODES",
            "THERMISTOR",
            "THERMOCOUPLE",
            "BELT",
            "OXIMETER",
            "EEG",
            "EOG",
            "EMG",
            "ECG",
            "TRIGGERS",
            "AND",
            "STATUS");
    private static final Set<String> UNITS = Set.of(
            "",
            "UV",
            "MV",
            "NV",
            "V",
            "%",
            "DEGC",
            "BPM",
            "HZ",
            "MMHG",
            "KOHM",
            "OHM",
            "UA",
            "L/MIN",
            "DB",
            "BOOLEAN",
            "FILTERED",
            "SPO2");
    private static final Pattern PREFILTER = Pattern.compile(
            "((HP|LP|N|BP|NOTCH|NO"
                    + " FILTERING|NONE|DC)[:=]?\\s*(DC|\\d{1,5}([.,]\\d{1,4})?(\\s*-\\s*\\d{1,5}([.,]\\d{1,4})?)?)?"
                    + "\\s*(HZ|KHZ|MHZ|S|SEC)?[\\s;,]*)*",
            Pattern.CASE_INSENSITIVE);

    /** Conditions, codes of stimuli, sleep stages and scorers' marks, machine texts; numbers too short for a year. */
    private static final Pattern ANNOTATION = Pattern.compile(
            "eyes[ -](closed|open)|睁眼|闭眼|boundary|gap|rest|recording (starts|ends|started|stopped)"
                    + "|lights? (off|on)|(sleep )?stage (W|N[123]|[1234]|R|REM|M|\\?)|movement( time)?"
                    + "|(obstructive|central|mixed) apnea|hypopnea|(eeg |micro)?arousal|spindle|k-complex|limb movement"
                    + "|((Stimulus|Response|Trigger)[/ ])?[A-Z]?\\s{0,3}\\d{1,3}",
            Pattern.CASE_INSENSITIVE);

    private NeutralText() {}

    /** Whether an annotation may keep its text. */
    public static boolean neutralAnnotation(String text) {
        return text.isEmpty()
                || text.equals(UNKNOWN)
                || ANNOTATION.matcher(text.strip()).matches()
                || Padding.isText(text);
    }

    /** The label where all of its words are known, else its kind and {@code number}: {@code EEG 7}. */
    public static String label(String label, int number) {
        if (!label.isBlank() && printable(label) && wordsOf(label, NeutralText::labelWord)) {
            return label;
        }
        ChannelKind kind = ChannelKind.ofLabel(label);
        return (kind == ChannelKind.OTHER ? "Channel" : kind.name()) + " " + number;
    }

    static String transducer(String text) {
        return printable(text) && wordsOf(text, word -> TRANSDUCER_WORDS.contains(word)) ? text : "";
    }

    /** The unit where it is a known one, in ASCII; else nothing. */
    public static String unit(String text) {
        String ascii = text.strip().replace('µ', 'u').replace('μ', 'u');
        return UNITS.contains(ascii.toUpperCase(Locale.ROOT)) ? ascii : "";
    }

    static String prefilter(String text) {
        return printable(text) && PREFILTER.matcher(text).matches() ? text : "";
    }

    private static boolean labelWord(String word) {
        return LABEL_WORDS.contains(word)
                || Electrodes.find(word).isPresent()
                || Electrodes.isReference(word)
                || SHORT_NUMBER.matcher(word).matches()
                || NUMBERED_INPUT.matcher(word).matches();
    }

    private static boolean wordsOf(String text, java.util.function.Predicate<String> known) {
        return BETWEEN_WORDS
                .splitAsStream(text.toUpperCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .allMatch(known);
    }

    private static boolean printable(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }
}

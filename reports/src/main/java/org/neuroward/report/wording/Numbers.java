package org.neuroward.report.wording;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Numbers as a report prints them: plain decimals with a point, the same in every language, rounded half even. */
public final class Numbers {

    private static final int SIGNIFICANT_DIGITS = 3;

    private Numbers() {}

    /** A frequency of a peak, to 0.01 Hz. */
    public static String hertz(double value) {
        return decimals(value, 2);
    }

    /** A power in µV², to three significant digits. */
    public static String power(double microvoltsSquared) {
        if (microvoltsSquared == 0) {
            return "0";
        }
        BigDecimal rounded =
                new BigDecimal(microvoltsSquared).round(new MathContext(SIGNIFICANT_DIGITS, RoundingMode.HALF_EVEN));
        return rounded.toPlainString();
    }

    /** A share between 0 and 1, to three decimals. */
    public static String fraction(double value) {
        return decimals(value, 3);
    }

    /** A share between 0 and 1 in percent, to one decimal, without its sign. */
    public static String percent(double share) {
        return decimals(share * 100, 1);
    }

    /** A length of time, to 0.1 s, without a needless {@code .0}. */
    public static String seconds(double value) {
        return fact(new BigDecimal(value).setScale(1, RoundingMode.HALF_EVEN).doubleValue());
    }

    public static String oneDecimal(double value) {
        return decimals(value, 1);
    }

    /** A value in the form that its UCUM unit asks for. */
    public static String of(double value, String unit) {
        return switch (unit) {
            case "Hz" -> hertz(value);
            case "uV2", "uV2/Hz" -> power(value);
            case "1" -> fraction(value);
            default -> fact(value);
        };
    }

    /** A number as it stands in the data, without a needless {@code .0}; anything else as text. */
    public static String fact(Object value) {
        if (value instanceof Double || value instanceof Float) {
            BigDecimal exact =
                    BigDecimal.valueOf(((Number) value).doubleValue()).stripTrailingZeros();
            return (exact.scale() < 0 ? exact.setScale(0) : exact).toPlainString();
        }
        if (value instanceof Iterable<?> several) {
            List<String> facts = new ArrayList<>();
            several.forEach(one -> facts.add(fact(one)));
            return String.join(", ", facts);
        }
        return String.valueOf(value);
    }

    private static String decimals(double value, int places) {
        return new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN).toPlainString();
    }
}

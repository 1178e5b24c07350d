package org.neuroward.edf;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/** Numbers in the header's eight characters. */
final class HeaderNumber {

    private static final int CHARACTERS = 8;

    private HeaderNumber() {}

    /**
     * The text of at most eight characters that reads back as the very same double: a plain decimal where one fits, else
     * one with an exponent, which EDF readers accept; empty when neither fits.
     */
    static Optional<String> print(double value) {
        BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        String digits = exact.unscaledValue().toString();
        return Stream.of(exact.toPlainString(), digits + "E" + -exact.scale(), scientific(exact))
                .filter(text -> text.length() <= CHARACTERS && Double.parseDouble(text) == value)
                .findFirst();
    }

    private static String scientific(BigDecimal exact) {
        String sign = exact.signum() < 0 ? "-" : "";
        String digits = exact.unscaledValue().abs().toString();
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        return sign + digits.charAt(0) + fraction + "E" + (digits.length() - 1 - exact.scale());
    }
}

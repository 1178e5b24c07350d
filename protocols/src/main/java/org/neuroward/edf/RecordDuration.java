package org.neuroward.edf;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuroward.signal.SamplingRate;

/**
 * Duration of a data record, such that every signal has a whole number of samples in it.
 *
 * @param seconds fits into the header's eight characters
 * @param samplesPerRecord of each signal
 */
public record RecordDuration(BigDecimal seconds, List<Integer> samplesPerRecord) {

    /** EDF+ 2.1.3.1 recommends data records of at most this many bytes. */
    static final int RECOMMENDED_BYTES = 61_440;

    /** EDFlib, and with it most readers, refuses data records above 10 MiB. */
    private static final int LARGEST_BYTES = 10 << 20;

    private static final BigDecimal LONGEST = BigDecimal.ONE;
    private static final BigDecimal LONGEST_OF_SLOW_SIGNALS = BigDecimal.valueOf(3600);
    private static final BigDecimal SHORTEST_WITHOUT_PADDING = new BigDecimal("0.02");
    private static final BigDecimal SHORTEST = new BigDecimal("0.1");
    private static final int MOST_CANDIDATES = 20_000;

    public RecordDuration {
        samplesPerRecord = List.copyOf(samplesPerRecord);
    }

    /**
     * Finds the longest duration of up to a second whose records stay within 61440 bytes and divide {@code stretches}, so
     * that no record needs padding; where none does, the one with the least padding.
     *
     * @param rates of all signals
     * @param stretches for each signal the lengths, in samples, of its recorded stretches; empty when not known yet
     * @throws EdfFormatException when no duration gives all signals whole numbers of samples
     */
    public static RecordDuration choose(List<SamplingRate> rates, boolean bits24, List<List<Long>> stretches)
            throws EdfFormatException {
        List<Fraction> fractions = rates.stream().map(Fraction::of).toList();
        Fraction base = base(fractions);
        List<RecordDuration> fitting = candidates(rates, fractions, base, LONGEST);
        if (fitting.isEmpty()) {
            fitting = candidates(rates, fractions, base, LONGEST_OF_SLOW_SIGNALS).stream()
                    .limit(1)
                    .toList();
        }
        List<RecordDuration> small = upTo(RECOMMENDED_BYTES, fitting, bits24);
        List<RecordDuration> usable = small.isEmpty() ? upTo(LARGEST_BYTES, fitting, bits24) : small;
        return best(usable, stretches)
                .orElseThrow(() -> new EdfFormatException(
                        EdfProblem.NO_RECORD_DURATION,
                        Map.of(
                                "rates",
                                rates.stream()
                                        .map(SamplingRate::hertz)
                                        .distinct()
                                        .toList())));
    }

    long nanos() {
        return seconds.movePointRight(9).longValueExact();
    }

    int recordBytes(boolean bits24) {
        return Math.toIntExact(
                samplesPerRecord.stream().mapToLong(Integer::longValue).sum() * (bits24 ? 3 : 2));
    }

    private static Optional<RecordDuration> best(List<RecordDuration> usable, List<List<Long>> stretches) {
        Optional<RecordDuration> whole = usable.stream()
                .filter(duration -> duration.seconds.compareTo(SHORTEST_WITHOUT_PADDING) >= 0)
                .filter(duration -> duration.paddingSeconds(stretches) == 0)
                .max(Comparator.comparing(RecordDuration::seconds));
        List<RecordDuration> handy = usable.stream()
                .filter(duration -> duration.seconds.compareTo(SHORTEST) >= 0)
                .toList();
        return whole.or(() -> (handy.isEmpty() ? usable : handy)
                .stream()
                        .min(Comparator.comparingDouble((RecordDuration duration) -> duration.paddingSeconds(stretches))
                                .thenComparing(RecordDuration::seconds, Comparator.reverseOrder())));
    }

    /** Time that would be filled up, summed over all signals. */
    private double paddingSeconds(List<List<Long>> stretches) {
        double total = 0;
        for (int signal = 0; signal < stretches.size(); signal++) {
            int samples = samplesPerRecord.get(signal);
            for (long length : stretches.get(signal)) {
                total += (double) Math.floorMod(-length, (long) samples) / samples;
            }
        }
        return total * seconds.doubleValue();
    }

    private static List<RecordDuration> upTo(int bytes, List<RecordDuration> durations, boolean bits24) {
        return durations.stream()
                .filter(duration -> duration.recordBytes(bits24) <= bytes)
                .toList();
    }

    /** Multiples of {@code base} that a header can hold; if possible those alone that give back the very same rates. */
    private static List<RecordDuration> candidates(
            List<SamplingRate> rates, List<Fraction> fractions, Fraction base, BigDecimal longest) {
        if (rates.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<RecordDuration>();
        Fraction step = base.times(base.printableMultiple());
        long most = longest.multiply(new BigDecimal(step.divisor))
                .divide(new BigDecimal(step.dividend), 0, RoundingMode.DOWN)
                .min(BigDecimal.valueOf(MOST_CANDIDATES))
                .longValue();
        for (long multiple = 1; multiple <= most; multiple++) {
            Fraction seconds = step.times(BigInteger.valueOf(multiple));
            Optional<List<Integer>> samples = samplesIn(seconds, fractions);
            if (samples.isEmpty()) {
                break;
            }
            seconds.print().ifPresent(text -> found.add(new RecordDuration(text, samples.get())));
        }
        List<RecordDuration> exact =
                found.stream().filter(duration -> duration.givesBack(rates)).toList();
        return exact.isEmpty() ? found : exact;
    }

    /** Whole samples of each signal; empty when no reader would take a record of so many. */
    private static Optional<List<Integer>> samplesIn(Fraction seconds, List<Fraction> rates) {
        Map<Fraction, BigInteger> different = new HashMap<>();
        rates.forEach(rate -> different.computeIfAbsent(rate, one -> one.samplesIn(seconds)));
        BigInteger all = rates.stream().map(different::get).reduce(BigInteger.ZERO, BigInteger::add);
        return all.compareTo(BigInteger.valueOf(LARGEST_BYTES)) > 0
                ? Optional.empty()
                : Optional.of(rates.stream()
                        .map(rate -> different.get(rate).intValueExact())
                        .toList());
    }

    private boolean givesBack(List<SamplingRate> rates) {
        for (int i = 0; i < rates.size(); i++) {
            if (samplesPerRecord.get(i) / seconds.doubleValue() != rates.get(i).hertz()) {
                return false;
            }
        }
        return true;
    }

    /** Shortest time in which every signal has a whole number of samples: lcm of the divisors over gcd of the dividends. */
    private static Fraction base(List<Fraction> rates) {
        BigInteger divisor = BigInteger.ZERO;
        BigInteger dividend = BigInteger.ONE;
        for (Fraction rate : rates) {
            divisor = divisor.gcd(rate.dividend);
            dividend = dividend.multiply(rate.divisor).divide(dividend.gcd(rate.divisor));
        }
        return new Fraction(dividend, divisor);
    }

    /** Rates are quotients of small integers; a double hides which. */
    private record Fraction(BigInteger dividend, BigInteger divisor) {

        /** Far finer than any clock, far coarser than a double. */
        private static final double RELATIVE_PRECISION = 1e-13;

        /** Continued fraction, stopped at the first convergent that is the rate to the precision above. */
        static Fraction of(SamplingRate rate) {
            double rest = rate.hertz();
            long previousTop = 1;
            long previousBottom = 0;
            long top = (long) Math.floor(rest);
            long bottom = 1;
            while (Math.abs((double) top / bottom - rate.hertz()) > RELATIVE_PRECISION * rate.hertz()
                    && bottom < 100_000_000) {
                rest = 1 / (rest - Math.floor(rest));
                long term = (long) Math.floor(rest);
                long nextTop = term * top + previousTop;
                long nextBottom = term * bottom + previousBottom;
                previousTop = top;
                previousBottom = bottom;
                top = nextTop;
                bottom = nextBottom;
            }
            return new Fraction(BigInteger.valueOf(top), BigInteger.valueOf(bottom));
        }

        Fraction times(BigInteger factor) {
            return new Fraction(dividend.multiply(factor), divisor);
        }

        /** Smallest factor that leaves six decimal places or fewer. */
        BigInteger printableMultiple() {
            return divisor.divide(divisor.gcd(dividend.multiply(BigInteger.TEN.pow(6))));
        }

        BigInteger samplesIn(Fraction seconds) {
            return dividend.multiply(seconds.dividend).divide(divisor.multiply(seconds.divisor));
        }

        /** As a decimal fraction, when eight characters hold it. */
        Optional<BigDecimal> print() {
            BigDecimal rounded = new BigDecimal(dividend)
                    .divide(new BigDecimal(divisor), 6, RoundingMode.DOWN)
                    .stripTrailingZeros();
            boolean exact = rounded.multiply(new BigDecimal(divisor)).compareTo(new BigDecimal(dividend)) == 0;
            return exact && rounded.toPlainString().length() <= 8 ? Optional.of(rounded) : Optional.empty();
        }
    }
}

package org.neuroward.measure;

import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.neuroward.scoring.Outcome;
import org.neuroward.scoring.Outcome.Given;
import org.neuroward.scoring.Outcome.NotAvailable;
import org.neuroward.scoring.Reliability;
import org.neuroward.spectrum.Band;
import org.neuroward.spectrum.PowerSpectrum;
import org.neuroward.spectrum.WelchEstimator;

/** Absolute and relative power of the classical bands in each channel of the recording, by Welch's method. */
final class BandPowers implements Features {

    @Override
    public void measure(CleanRecording recording, Measures measures) {
        recording.conditions().forEach(condition -> measure(condition, measures));
    }

    private static void measure(CleanCondition condition, Measures measures) {
        Band total = new Band("total", 1, condition.upperHertz());
        var welch = WelchEstimator.hann(condition.rate(), condition.samples(Epochs.SPECTRA));
        for (String channel : Channels.toReport(condition)) {
            Optional<NotAvailable> refusal = Channels.refuse(condition, channel, Epochs.SPECTRA, MinimumData.SPECTRA);
            Optional<ChannelSpectra> spectra = refusal.isPresent()
                    ? Optional.empty()
                    : Optional.of(ChannelSpectra.of(condition, channel, Epochs.SPECTRA, welch));
            spectra.ifPresent(found -> measures.keep(found.all(), channel, condition));
            DataUsed data = condition.used(channel, Epochs.SPECTRA);
            for (Band band : Band.RESTING) {
                Optional<NotAvailable> absent = refusal.isPresent() ? refusal : outside(band, condition.upperHertz());
                Outcome absolute = absent.isPresent() ? absent.get() : absolute(spectra.orElseThrow(), band);
                Outcome relative = absent.isPresent() ? absent.get() : relative(spectra.orElseThrow(), band, total);
                String code = "band-power." + band.name();
                Place place = Place.channel(channel);
                measures.add(code + ".absolute", MeasureDefinition.BAND_POWER_ABSOLUTE, place, data, absolute);
                measures.add(code + ".relative", MeasureDefinition.BAND_POWER_RELATIVE, place, data, relative);
            }
        }
    }

    private static Optional<NotAvailable> outside(Band band, double upperHertz) {
        return band.highHertz() > upperHertz
                ? Optional.of(new NotAvailable("above-band-limit", Map.of("upToHertz", upperHertz)))
                : Optional.empty();
    }

    private static Outcome absolute(ChannelSpectra spectra, Band band) {
        ToDoubleFunction<PowerSpectrum> power = spectrum -> spectrum.power(band);
        double value = power.applyAsDouble(spectra.all());
        return new Given(value, Jackknife.logarithmic(value, spectra.without(power)));
    }

    private static Outcome relative(ChannelSpectra spectra, Band band, Band total) {
        ToDoubleFunction<PowerSpectrum> share = spectrum -> spectrum.power(band) / spectrum.power(total);
        double value = share.applyAsDouble(spectra.all());
        if (!Double.isFinite(value)) {
            return new NotAvailable("no-power", Map.of());
        }
        Optional<Reliability> reliability = Jackknife.linear(value, spectra.without(share), "1", 0, 1);
        return new Given(value, reliability);
    }
}

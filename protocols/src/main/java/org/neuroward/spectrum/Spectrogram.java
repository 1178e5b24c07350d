package org.neuroward.spectrum;

/** Power spectral densities in µV²/Hz of epochs, one after the other; immutable. */
public final class Spectrogram {

    private final double stepHertz;
    private final int epochSamples;
    private final int[] firstSamples;
    private final double[][] density;

    /** @param density of [epoch][bin]; kept */
    Spectrogram(double stepHertz, int epochSamples, int[] firstSamples, double[][] density) {
        this.stepHertz = stepHertz;
        this.epochSamples = epochSamples;
        this.firstSamples = firstSamples.clone();
        this.density = density;
    }

    public int epochs() {
        return firstSamples.length;
    }

    public int epochSamples() {
        return epochSamples;
    }

    /** Where the epoch begins in the signal. */
    public int firstSample(int epoch) {
        return firstSamples[epoch];
    }

    public double stepHertz() {
        return stepHertz;
    }

    public int bins() {
        return density.length == 0 ? 0 : density[0].length;
    }

    /** µV²/Hz. */
    public double density(int epoch, int bin) {
        return density[epoch][bin];
    }

    public PowerSpectrum spectrum(int epoch) {
        return new PowerSpectrum(stepHertz, density[epoch]);
    }
}

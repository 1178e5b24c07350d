package org.neuroward.spectrum;

/**
 * The alpha peak of one channel.
 *
 * @param quality weight of the channel in the mean: area under the peak per bin
 * @param fromHertz lower end of the peak's slopes
 * @param toHertz upper end
 */
record AlphaPeak(double hertz, double quality, double fromHertz, double toHertz) {}

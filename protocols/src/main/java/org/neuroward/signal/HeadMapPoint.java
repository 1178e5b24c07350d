package org.neuroward.signal;

/**
 * A point of a head seen from above, nose up: azimuthal equidistant projection, the unit circle is the outline of the head.
 * Electrodes below it (P9, Iz, mastoids) lie outside the circle.
 *
 * @param x to the right
 * @param y to the nose
 */
public record HeadMapPoint(double x, double y) {}

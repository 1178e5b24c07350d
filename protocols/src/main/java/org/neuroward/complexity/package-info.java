/**
 * How regular a signal is: entropies, Lempel–Ziv complexity, fractal dimension, Hjorth's parameters. A sample beyond ±10¹⁵⁰ counts
 * as an infinity: its square fits no number.
 */
package org.neuroward.complexity;

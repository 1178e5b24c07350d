/** How regular a signal is: entropies, Lempel–Ziv complexity, fractal dimension, Hjorth's parameters. */
package org.neuroward.complexity;

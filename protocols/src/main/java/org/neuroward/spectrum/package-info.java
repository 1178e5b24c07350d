/** Fourier transforms, power spectral densities, band powers and the individual alpha frequency. */
package org.neuroward.spectrum;

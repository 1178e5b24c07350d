/** Fourier transforms, power spectral densities (Welch, multitaper), band powers and the individual alpha frequency. */
package org.neuroward.spectrum;

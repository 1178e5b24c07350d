/** Cross-spectra of all pairs of channels, and coherence and phase measures of their connectivity. */
package org.neuroward.connectivity;

/** The resting EEG protocol: band powers and the individual alpha frequency of a recording at rest. */
package org.neuroward.resting;

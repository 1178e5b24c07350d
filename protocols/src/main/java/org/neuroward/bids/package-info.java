/** BIDS-EEG export: a recording without its patient, in a dataset that other programs understand. */
package org.neuroward.bids;

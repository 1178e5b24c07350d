/** A simulated patient: a signal with the features and faults of a real EEG, from a seed. */
package org.neuroward.agent.device.simulated;

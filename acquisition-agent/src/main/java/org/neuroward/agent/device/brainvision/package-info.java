/** Amplifiers whose signal BrainVision Recorder shares over the network: Remote Data Access (RDA). */
package org.neuroward.agent.device.brainvision;

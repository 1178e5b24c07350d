/** Reads a stream of Lab Streaming Layer as an amplifier, and a stream of markers beside it. */
package org.neuroward.agent.device.lsl;

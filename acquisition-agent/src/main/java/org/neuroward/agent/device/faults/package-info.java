/** Faults of devices, injected on purpose into what an amplifier delivers. */
package org.neuroward.agent.device.faults;

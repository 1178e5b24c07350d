/** OpenBCI's Cyton, alone or with its Daisy, over the serial port of its USB dongle. */
package org.neuroward.agent.device.openbci;

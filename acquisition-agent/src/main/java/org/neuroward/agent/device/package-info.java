/** What every amplifier can do, whatever its make. */
package org.neuroward.agent.device;

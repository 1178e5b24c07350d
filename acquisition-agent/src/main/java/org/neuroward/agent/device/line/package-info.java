/** Devices at the end of a line that may break: reopened when it does, their samples numbered, their holes counted. */
package org.neuroward.agent.device.line;

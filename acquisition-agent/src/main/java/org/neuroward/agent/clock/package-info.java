/** Device time, the agent's monotonic time, wall time and server time: how each stands to the others, never mixed. */
package org.neuroward.agent.clock;

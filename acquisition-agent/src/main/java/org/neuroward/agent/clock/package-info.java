/** The agent's clocks: monotonic time for intervals, wall time to tell when, never mixed. */
package org.neuroward.agent.clock;

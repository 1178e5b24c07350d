package org.neuroward.clinic.fleet;

import org.neuroward.wire.RefusalCode;

/**
 * An agent may no longer be connected as it is: its secret was replaced, or its bed was retired.
 *
 * @param why as the agent is told
 */
record AgentDismissed(String agentId, RefusalCode why) {}

/** The agent's one connection: dials the server, sends frames after the last durable one, brings commands back. */
package org.neuroward.agent.uplink;

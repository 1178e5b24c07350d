/** Recordings on the bedside disk: every frame is durable here before it is sent, and stays until the server has sealed it. */
package org.neuroward.agent.spool;

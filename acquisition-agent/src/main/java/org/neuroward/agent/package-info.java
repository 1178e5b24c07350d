/** The bedside agent: carries out the server's commands, and keeps every sample of a recording before it sends it. */
package org.neuroward.agent;

/** The bed without the server: a page and a terminal on the bedside computer, for the technician who works there. */
package org.neuroward.agent.operator;

/** BioSemi amplifiers, whose program ActiView shares the signal over the network. */
package org.neuroward.agent.device.biosemi;

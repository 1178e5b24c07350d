/** Offers what a bed measures to other programs, by Lab Streaming Layer. */
package org.neuroward.agent.outlet;

/** The load drill: as many beds as a server of this machine can serve, each with a durable acknowledgement for every block. */
package org.neuroward.drill.load;

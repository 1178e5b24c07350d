/** The drill of hostile peers: bytes that nobody should send, to everything that reads a socket or a serial port. */
package org.neuroward.drill.hostile;

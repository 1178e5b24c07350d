/** What all benchmarks share: the simulated signals, and the command that sets ours beside the peer. */
package org.neuroward.bench;

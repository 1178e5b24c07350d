/** Graphs of connected channels and what they are measured by: clustering, efficiency, paths, modules, small worlds. */
package org.neuroward.network;

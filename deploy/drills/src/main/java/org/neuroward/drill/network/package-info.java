/** Network drill: packets between beds and server are delayed, lost, doubled, reordered, and cut off for minutes. */
package org.neuroward.drill.network;

/** Agents without amplifier and disk, many in one process: the wire's other end for drills of load and of hostile peers. */
package org.neuroward.drill.bed;

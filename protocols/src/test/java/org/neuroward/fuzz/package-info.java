/** Damaged files against every reader: what is not read right must be refused, quickly and in little memory. */
package org.neuroward.fuzz;

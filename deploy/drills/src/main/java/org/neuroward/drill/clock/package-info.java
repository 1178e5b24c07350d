/** The clock drill: wall clocks that are set, devices that run fast or slow, computers that sleep and processes that stop. */
package org.neuroward.drill.clock;

/** What the brain answers to an event: averages over trials, their measures and errors, and power over time and frequency. */
package org.neuroward.evoked;

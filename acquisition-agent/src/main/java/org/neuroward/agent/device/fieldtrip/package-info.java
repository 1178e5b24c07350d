/** Amplifiers whose signal lies in a FieldTrip buffer. */
package org.neuroward.agent.device.fieldtrip;

/** Beds, the agents that serve them, their enrolment, and who of them is connected now. */
package org.neuroward.clinic.fleet;

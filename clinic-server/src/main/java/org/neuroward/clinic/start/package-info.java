/** Starts the server: looks at the data folder and the ports, brings the database up, and says plainly what stands in the way. */
package org.neuroward.clinic.start;

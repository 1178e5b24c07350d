/** A session at a bed, from its preparation to the end of its recording. */
package org.neuroward.clinic.session;

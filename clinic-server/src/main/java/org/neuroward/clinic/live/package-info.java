/** The signal as it arrives, for the people at the bed: montaged, filtered, judged by the second; never stored. */
package org.neuroward.clinic.live;

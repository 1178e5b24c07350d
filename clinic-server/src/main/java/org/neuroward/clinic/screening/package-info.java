/** Scores sealed recordings one by one in the background and keeps every result as it was computed. */
package org.neuroward.clinic.screening;

/** The way from a recording to the clean signal that values are computed from. */
package org.neuroward.preparation;

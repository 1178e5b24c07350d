/** Clinical procedures as versioned data: what the person at the bed is led through. */
package org.neuroward.protocol;

/** Drills: the built clinic as processes, what is done to it, and what must hold afterwards. */
package org.neuroward.drill;

/** Kill drill: agents and the server are killed at random instants while eight beds record. */
package org.neuroward.drill.kill;

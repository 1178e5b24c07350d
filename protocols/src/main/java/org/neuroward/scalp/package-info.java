/** The scalp as a sphere: potentials where no electrode measured well, and current densities. */
package org.neuroward.scalp;

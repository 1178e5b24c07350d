/** Re-referencing: what potentials are measured against when they are scored. */
package org.neuroward.reference;

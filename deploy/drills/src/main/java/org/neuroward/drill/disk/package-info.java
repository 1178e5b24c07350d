/** The disk drill: full, slow, read-only, failing and lying disks, flipped bits and power cuts, at the bed and on the server. */
package org.neuroward.drill.disk;

/** Recordings at a bed under a drill: begun and ended by a technician, then held against what the source gave. */
package org.neuroward.drill.session;

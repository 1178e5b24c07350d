/** Who did what, when, to whom: an append-only trail whose tampering shows. */
package org.neuroward.clinic.audit;

/** Features of a clean recording as results: with definition, data used and reliability, or the reason why there is none. */
package org.neuroward.measure;

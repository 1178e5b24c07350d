/** EEGLAB datasets (.set, .fdt): read with a bound on memory, refused with a reason. */
package org.neuroward.eeglab;

/** Lab Streaming Layer: finds, reads and offers streams of samples on a laboratory's network, without its native library. */
package org.neuroward.lsl;

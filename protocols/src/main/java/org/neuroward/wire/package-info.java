/** The wire between bedside agent and clinic server: frames, the messages that carry them, and the log that keeps them. */
package org.neuroward.wire;

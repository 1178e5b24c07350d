/** Bad channels, bad stretches and signal quality. */
package org.neuroward.artifact;

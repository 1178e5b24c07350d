/** The researcher's command line: what may be asked, how it answers, how it fails. */
package org.neuroward.command;

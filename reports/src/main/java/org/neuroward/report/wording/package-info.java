/** How a report says it: the closed list of sentences and names, in English and in Chinese. */
package org.neuroward.report.wording;

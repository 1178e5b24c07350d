/** What a report says: one canonical document, valid from birth, from which every form for people and machines is made. */
package org.neuroward.report.content;

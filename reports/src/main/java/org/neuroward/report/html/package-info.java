/** A report as semantic HTML, for pages of the server and as the body of the PDF. */
package org.neuroward.report.html;

/** What a result is: values with unit, definition, data used, quality and provenance. */
package org.neuroward.scoring;

/** What all pages share: the frame around them, language and theme, and how a refusal or a fault is told. */
package org.neuroward.clinic.web;

/** People, patients and orders that exist only to try the system out; present in a demo alone and marked everywhere. */
package org.neuroward.clinic.demo;

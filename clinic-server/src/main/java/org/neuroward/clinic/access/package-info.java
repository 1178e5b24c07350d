/** Who may do what: people, roles, sign-in, and the one table that every route is held against. */
package org.neuroward.clinic.access;

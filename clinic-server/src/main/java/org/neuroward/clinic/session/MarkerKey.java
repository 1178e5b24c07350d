package org.neuroward.clinic.session;

/** A marker that one key sets: the key as it is printed on the keyboard, and the text that is kept in the recording. */
public record MarkerKey(String key, String text) {}

package org.neuroward.clinic.record;

/** One line of the worklist: an order and whom it is for. */
public record WorklistLine(Order order, Patient patient) {}

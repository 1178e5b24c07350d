package org.neuroward.wire;

/** Names and limits of the one gRPC method between agent and server: bidirectional, opened by the agent. */
public final class Bedside {

    public static final String SERVICE = "neuroward.wire.v1.Bedside";
    public static final String METHOD = "Attend";

    /** As gRPC writes it on the line. */
    public static final String FULL_METHOD = SERVICE + "/" + METHOD;

    public static final int WIRE_VERSION = 2;
    public static final int DEFAULT_PORT = 8090;

    /** A message holds one frame, or the description of an amplifier with many channels. */
    public static final int LARGEST_MESSAGE_BYTES = 1024 * 1024;

    private Bedside() {}
}

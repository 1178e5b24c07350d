package org.neuroward.agent.uplink;

import io.grpc.Status;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import org.neuroward.agent.uplink.LinkState.Reason;
import org.neuroward.wire.FromServer.Refused;

/** What the end of a connection tells: trouble that passes, or something that a person must see to. */
final class Refusals {

    private Refusals() {}

    /** Empty when another try may succeed by itself. */
    static Optional<Reason> reasonOf(Refused refusal) {
        return switch (refusal.code()) {
            case UNKNOWN_AGENT -> Optional.of(Reason.UNKNOWN_AGENT);
            case WRONG_SECRET -> Optional.of(Reason.WRONG_SECRET);
            case UNSUPPORTED_WIRE_VERSION -> Optional.of(Reason.UNSUPPORTED_WIRE_VERSION);
            case STORAGE_FAILED -> Optional.of(Reason.SERVER_CANNOT_STORE);
            case UNKNOWN_SESSION -> Optional.of(Reason.RECORDING_REFUSED);
            case REPLACED, DAMAGED_FRAME, WRONG_INDEX -> Optional.empty();
        };
    }

    static Optional<Reason> reasonOf(Status status) {
        if (status.getCode() == Status.Code.UNAUTHENTICATED) {
            return Optional.of(Reason.WRONG_SECRET);
        }
        if (status.getCode() == Status.Code.UNIMPLEMENTED) {
            return Optional.of(Reason.UNSUPPORTED_WIRE_VERSION);
        }
        boolean certificate = false;
        for (Throwable cause = status.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException || cause instanceof CertificateNotYetValidException) {
                return Optional.of(Reason.CERTIFICATE_EXPIRED);
            }
            certificate |= cause instanceof CertificateException;
        }
        return certificate ? Optional.of(Reason.CERTIFICATE_UNTRUSTED) : Optional.empty();
    }

    /** The innermost cause says most: a refused connection, or a certificate that is not trusted. */
    static String wordsOf(Status status) {
        Throwable cause = status.getCause();
        while (cause != null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return status.getCode() + ", " + (cause == null ? status.getDescription() : cause.getMessage());
    }
}

package org.neuroward.clinic.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One act as it stands in the trail, without its place in the chain. Ids only; names of patients never. */
record AuditEvent(
        long seq,
        Instant at,
        Actor actor,
        String program,
        String action,
        String objectType,
        String objectId,
        Optional<UUID> patientId,
        String outcome,
        String detail) {

    private static final String DOMAIN = "org.neuroward.audit.v1";

    /** SHA-256 over the domain, the previous hash and every field, each with its length before it. */
    byte[] hashAfter(byte[] previousHash) {
        MessageDigest digest = sha256();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            field(out, DOMAIN);
            out.writeLong(seq);
            out.write(previousHash);
            out.writeLong(at.getEpochSecond());
            out.writeInt(at.getNano());
            field(out, actor.id().map(UUID::toString).orElse(""));
            field(out, actor.name());
            field(out, actor.role());
            field(out, actor.source());
            field(out, program);
            field(out, action);
            field(out, objectType);
            field(out, objectId);
            field(out, patientId.map(UUID::toString).orElse(""));
            field(out, outcome);
            field(out, detail);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return digest.digest(bytes.toByteArray());
    }

    private static void field(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

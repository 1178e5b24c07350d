package org.neuroward.clinic.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Reads the whole trail and says whether every row is as it was written and stands where it was written. */
@ApplicationScoped
public class ChainCheck {
    private static final int ROWS_AT_ONCE = 2_000;

    private final EntityManager entities;

    ChainCheck(EntityManager entities) {
        this.entities = entities;
    }

    /** What a check has found. */
    public sealed interface Finding {
        /**
         * Every row is as written. A cut at the end shows only against a number and hash noted earlier, so both are
         * shown for noting.
         *
         * @param rows the number of rows
         * @param head the last row's hash, hexadecimal
         */
        record Whole(long rows, String head) implements Finding {}

        /** The row with this number was changed, removed or put in. */
        record Broken(long seq) implements Finding {}
    }

    /** Checks all rows; some 100,000 take a second. */
    @Transactional
    public Finding check() {
        long seq = 0;
        byte[] hash = new byte[32];
        while (true) {
            List<AuditEventEntity> rows = entities.createQuery(
                            "from AuditEventEntity where seq > :seq order by seq", AuditEventEntity.class)
                    .setParameter("seq", seq)
                    .setMaxResults(ROWS_AT_ONCE)
                    .getResultList();
            for (AuditEventEntity row : rows) {
                seq++;
                if (row.seq != seq || !isAsWritten(row, hash)) {
                    return new Finding.Broken(seq);
                }
                hash = row.hash;
            }
            entities.clear();
            if (rows.size() < ROWS_AT_ONCE) {
                return new Finding.Whole(seq, HexFormat.of().formatHex(hash));
            }
        }
    }

    private static boolean isAsWritten(AuditEventEntity row, byte[] hashBefore) {
        return Arrays.equals(row.previousHash, hashBefore)
                && Arrays.equals(row.hash, row.toEvent().hashAfter(hashBefore));
    }
}

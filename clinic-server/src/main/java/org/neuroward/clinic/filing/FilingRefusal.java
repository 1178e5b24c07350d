package org.neuroward.clinic.filing;

/** Why a recording was not filed. Nothing was changed. */
public enum FilingRefusal {
    UNKNOWN(404),
    ALREADY_FILED(409),
    /** It is still arriving, or being sealed. */
    NOT_SEALED(409),
    ORDER_UNKNOWN(422),
    ORDER_NOT_OPEN(409),
    /** A session holds a bed for that order now. */
    ORDER_BUSY(409),
    /** The procedure that it follows is not one of this version. */
    PROCEDURE_UNKNOWN(422),
    /** The number that was scanned is not the patient's. */
    SCAN_DIFFERS(422),
    /** Something differs: then the patient's number must be entered. */
    SCAN_NEEDED(422),
    /** Something differs: then a person must say why it is this patient's all the same. */
    REASON_NEEDED(422);

    private final int status;

    FilingRefusal(int status) {
        this.status = status;
    }

    /** Of HTTP. */
    int status() {
        return status;
    }
}

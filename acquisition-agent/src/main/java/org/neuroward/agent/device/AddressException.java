package org.neuroward.agent.device;

/** A device address that cannot be used, for a reason that whoever wrote it can change. */
public final class AddressException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is wrong; the facts of each stand beside it. */
    public enum Code {
        /** Not of the form family:place?key=value. Facts: the address. */
        SYNTAX,
        /** Facts: the family, the known ones. */
        UNKNOWN_FAMILY,
        /** The place is not what the family needs. Facts: the family, the place, its form. */
        PLACE,
        /** Facts: the family, the setting, the known ones. */
        UNKNOWN_SETTING,
        /** Facts: the family, the setting, its form. */
        MISSING_SETTING,
        /** Facts: the setting, its value, its form. */
        WRONG_SETTING
    }

    private final Code code;
    private final transient Object[] facts;

    public AddressException(Code code, Object... facts) {
        super(code + " " + java.util.Arrays.toString(facts));
        this.code = code;
        this.facts = facts.clone();
    }

    public Code code() {
        return code;
    }

    public Object[] facts() {
        return facts.clone();
    }
}

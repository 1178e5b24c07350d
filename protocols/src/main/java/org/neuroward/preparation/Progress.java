package org.neuroward.preparation;

/** Hears how far an analysis has come. */
@FunctionalInterface
public interface Progress {

    /** Hears nothing. */
    Progress NONE = (fraction, stage) -> {};

    /** What is being done, with its code for message bundles. */
    enum Stage {
        READING("reading"),
        CLEANING("cleaning"),
        SPECTRA("spectra"),
        DONE("done");

        private final String code;

        Stage(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** @param fraction of the whole analysis, 0 to 1, never falling */
    void reached(double fraction, Stage stage);
}

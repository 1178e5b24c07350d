package org.neuroward.clinic.reporting;

/** The forms in which a signed report is issued. */
enum ReportForm {
    PDF_ZH("application/pdf"),
    PDF_EN("application/pdf"),
    FHIR("application/fhir+json");

    private final String mediaType;

    ReportForm(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }
}

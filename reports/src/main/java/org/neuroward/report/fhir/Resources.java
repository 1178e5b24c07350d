package org.neuroward.report.fhir;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.TimeZone;
import java.util.UUID;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.neuroward.report.content.ReportDocument;

/** The resources of one bundle: ids that follow from the document, references between them, short narratives. */
final class Resources {

    static final String SHA_256 = "https://neuroward.org/fhir/StructureDefinition/sha-256";

    static final String REASON = "https://neuroward.org/fhir/StructureDefinition/absent-reason";

    private final Bundle bundle = new Bundle();
    private final String seed;

    Resources(ReportDocument document) {
        this.seed = document.id() + "/" + document.version();
    }

    Bundle bundle() {
        return bundle;
    }

    /**
     * Adds a resource and gives the reference to it.
     *
     * @param key what the resource is, unique in the report; the same report gives the same ids
     * @param narrative what a person reads; plain text
     */
    Reference add(String key, DomainResource resource, String narrative) {
        String id = id(key);
        if (!resource.hasText()) {
            resource.setText(narrative("<p>" + escape(narrative) + "</p>"));
        }
        bundle.addEntry().setFullUrl("urn:uuid:" + id).setResource(resource);
        return reference(key);
    }

    Reference reference(String key) {
        return new Reference("urn:uuid:" + id(key));
    }

    private String id(String key) {
        return UUID.nameUUIDFromBytes((seed + "/" + key).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** @param markup XHTML without a div of its own */
    static Narrative narrative(String markup) {
        Narrative narrative = new Narrative().setStatus(Narrative.NarrativeStatus.GENERATED);
        narrative.setDivAsString("<div xmlns=\"http://www.w3.org/1999/xhtml\">" + markup + "</div>");
        return narrative;
    }

    static String escape(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static DateTimeType time(OffsetDateTime at) {
        return new DateTimeType(
                Date.from(at.toInstant()), ca.uhn.fhir.model.api.TemporalPrecisionEnum.SECOND, zone(at));
    }

    static InstantType instant(OffsetDateTime at) {
        return new InstantType(Date.from(at.toInstant()), ca.uhn.fhir.model.api.TemporalPrecisionEnum.MILLI, zone(at));
    }

    private static TimeZone zone(OffsetDateTime at) {
        return TimeZone.getTimeZone(at.getOffset());
    }

    /** R4's own hash of an attachment is SHA-1; this says the SHA-256. */
    static Attachment withSha256(Attachment attachment, String sha256) {
        attachment.addExtension(SHA_256, new StringType(sha256));
        return attachment;
    }
}

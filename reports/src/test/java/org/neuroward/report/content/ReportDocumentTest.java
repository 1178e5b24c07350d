package org.neuroward.report.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neuroward.report.specimen.Specimens;

class ReportDocumentTest {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-23T10:00:00+08:00");

    @Test
    void readsBackTheVeryBytesThatItWrote() throws IOException {
        for (ReportDocument document :
                new ReportDocument[] {Specimens.draft(), Specimens.signed(), Specimens.refused()}) {
            byte[] written = ReportJson.write(document);

            ReportDocument read = ReportJson.read(written);

            assertThat(ReportJson.write(read)).isEqualTo(written);
            assertThat(ReportJson.sha256(read)).isEqualTo(ReportJson.sha256(document));
        }
    }

    @Test
    void hashIsTheSha256OfTheCanonicalBytes() throws Exception {
        ReportDocument document = Specimens.draft();

        byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(ReportJson.write(document));

        assertThat(ReportJson.sha256(document))
                .isEqualTo(java.util.HexFormat.of().formatHex(digest));
    }

    @Test
    void aSignatureBindsTheBytesAsTheyWereBeforeIt() {
        ReportDocument draft = Specimens.draft().withImpression(new Impression("Text", Specimens.REVIEWER, NOW));

        ReportDocument signed =
                draft.signed(Specimens.REVIEWER, Signature.Meaning.REVIEW_AND_APPROVAL, "password", NOW);

        assertThat(signed.status()).isEqualTo(ReportStatus.FINAL);
        assertThat(signed.signature().orElseThrow().signedSha256()).isEqualTo(ReportJson.sha256(draft));
    }

    @Test
    void whatIsSignedIsNeverChanged() {
        ReportDocument signed = Specimens.signed();

        assertThatThrownBy(() -> signed.withImpression(new Impression("Other", Specimens.REVIEWER, NOW)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> signed.signed(Specimens.REVIEWER, Signature.Meaning.REVIEW, "password", NOW))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothingIsSignedWithoutAnImpression() {
        assertThatThrownBy(
                        () -> Specimens.draft().signed(Specimens.REVIEWER, Signature.Meaning.REVIEW, "password", NOW))
                .hasMessageContaining("impression");
    }

    @Test
    void anAmendmentIsANewDraftThatNamesTheOldVersion() {
        ReportDocument signed = Specimens.signed();

        ReportDocument next = signed.amended("wrong side named", Specimens.REVIEWER, NOW);

        assertThat(next.version()).isEqualTo(2);
        assertThat(next.status()).isEqualTo(ReportStatus.DRAFT);
        assertThat(next.amendment().orElseThrow().previousSha256()).isEqualTo(ReportJson.sha256(signed));
        assertThat(next.signatures()).isEmpty();
    }

    @Test
    void anAlteredResultIsNoticedOnReading() {
        String json = new String(ReportJson.write(Specimens.draft()), StandardCharsets.UTF_8);
        byte[] altered = json.replace("9.612345", "9.712345").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> ReportJson.read(altered)).isInstanceOf(IOException.class);
    }

    @Test
    void anUnknownFieldOrSchemaIsRefused() {
        String json = new String(ReportJson.write(Specimens.draft()), StandardCharsets.UTF_8);

        assertThatThrownBy(() -> ReportJson.read(
                        json.replace("neuroward.report/1", "neuroward.report/9").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("neuroward.report/9");
        assertThatThrownBy(() -> ReportJson.read(
                        json.replace("\"version\" : 1", "\"x\" : 1").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aStatementFillsExactlyTheSlotsOfItsTemplateWithCodesAndNumbers() {
        assertThatThrownBy(() -> new Statement(StatementTemplate.REFUSED, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Statement(StatementTemplate.REFUSED, Map.of("reason", "The patient has autism")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void controlCharactersAreRefusedInFreeText() {
        assertThatThrownBy(() -> new Impression("a\u0000b", Specimens.REVIEWER, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("a\u0000b");
        assertThat(new Impression("a\r\nb", Specimens.REVIEWER, NOW).text()).isEqualTo("a\nb");
    }

    @Test
    void aRefusalIsStatedWithItsReasonAndNoNumberIsClaimed() {
        ReportDocument refused = Specimens.refused();

        assertThat(refused.statements())
                .anySatisfy(statement -> assertThat(statement.template()).isEqualTo(StatementTemplate.REFUSED));
        assertThat(refused.statements())
                .noneSatisfy(statement -> assertThat(statement.template()).isEqualTo(StatementTemplate.IAF_PEAK));
    }
}

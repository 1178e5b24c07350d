package org.neuroward.lsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionTest {

    /** Captured from liblsl 1.17.7. */
    private static final String CAPTURED = """
            <?xml version="1.0"?>
            <info>
            	<name>T1</name>
            	<type>EEG</type>
            	<channel_count>8</channel_count>
            	<channel_format>float32</channel_format>
            	<source_id>src1</source_id>
            	<nominal_srate>250.0000000000000</nominal_srate>
            	<version>1.100000000000000</version>
            	<created_at>6114.607334375000</created_at>
            	<uid>718e3d8a-2fc5-4706-934d-d3e0cb4bd0ff</uid>
            	<session_id>default</session_id>
            	<hostname>vm</hostname>
            	<v4address></v4address>
            	<v4data_port>26572</v4data_port>
            	<v4service_port>26573</v4service_port>
            	<v6address></v6address>
            	<v6data_port>0</v6data_port>
            	<v6service_port>0</v6service_port>
            	<desc />
            </info>
            """;

    static StreamDescription description(ChannelFormat format) {
        var instance = new StreamInstance(
                "718e3d8a-2fc5-4706-934d-d3e0cb4bd0ff", 1, "default", "vm", new StreamPorts(1, 2, 0, 0), 110);
        return new StreamDescription(new StreamKind("T1", "EEG", 3, format, "src1", 250), instance, Element.of("desc"));
    }

    @Test
    void aCapturedDescriptionIsRead() throws LslException {
        StreamDescription read = DescriptionReader.read(CAPTURED);

        assertThat(read.kind()).isEqualTo(new StreamKind("T1", "EEG", 8, ChannelFormat.FLOAT32, "src1", 250));
        assertThat(read.instance())
                .isEqualTo(new StreamInstance(
                        "718e3d8a-2fc5-4706-934d-d3e0cb4bd0ff",
                        6114.607334375,
                        "default",
                        "vm",
                        new StreamPorts(26572, 26573, 0, 0),
                        110));
        assertThat(read.channels()).hasSize(8).allMatch(channel -> channel.label()
                .isEmpty());
    }

    @Test
    void whatWeWriteHasTheElementsOfLiblslInTheirOrder() throws LslException {
        List<String> expected = DescriptionReader.tree(CAPTURED).children().stream()
                .map(Element::name)
                .toList();

        Element written = DescriptionReader.tree(DescriptionWriter.shortXml(description(ChannelFormat.INT8)));

        assertThat(written.children().stream().map(Element::name).toList()).isEqualTo(expected);
    }

    @Test
    void theMakersTextsSurviveWhateverTheyHold() throws LslException {
        var channels = List.of(
                new DescribedChannel("Fp1 <\"&'>", "EEG", "µV", OptionalLong.empty()),
                new DescribedChannel("计数", "Counter", "samples", OptionalLong.of(16_777_216)));
        Element desc = Element.of("desc", DescribedChannel.channelsElement(channels));
        StreamDescription plain = description(ChannelFormat.INT32);
        var kind = new StreamKind("N & <M>", "", 2, ChannelFormat.INT32, "id'\"", 0.5);

        StreamDescription read =
                DescriptionReader.read(DescriptionWriter.fullXml(new StreamDescription(kind, plain.instance(), desc)));

        assertThat(read.kind()).isEqualTo(kind);
        assertThat(read.channels()).isEqualTo(channels);
        assertThat(read.channels().get(1).isSampleCounter()).isTrue();
        assertThat(read.channels().get(0).isSampleCounter()).isFalse();
    }

    @Test
    void anEmptyPortIsAFamilyThatIsNotServed() throws LslException {
        String xml = CAPTURED.replace("<v6data_port>0</v6data_port>", "<v6data_port/>");

        assertThat(DescriptionReader.read(xml).instance().ports().v6Data()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "<name>T1</name>, <name></name>",
        "<channel_count>8, <channel_count>-8",
        "<channel_count>8, <channel_count>4097",
        "float32, float31",
        "<nominal_srate>2, <nominal_srate>.2",
        "<nominal_srate>2, <nominal_srate>-2",
        "<nominal_srate>2, <nominal_srate>NaN",
        "<v4data_port>26572, <v4data_port>65536",
        "<v4service_port>26573</v4service_port>, ''",
        "<uid>718e3d8a-2fc5-4706-934d-d3e0cb4bd0ff</uid>, <uid/>",
        "<version>1.1, <version>0.0",
        "</info>, ''",
        "<info>, <infos>",
        "<desc />, <desc>&undefined;</desc>"
    })
    void aDescriptionThatLiblslWouldNotReadIsRefused(String found, String put) {
        assertThat(CAPTURED).contains(found);

        assertThatThrownBy(() -> DescriptionReader.read(CAPTURED.replace(found, put)))
                .isInstanceOf(LslException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE info [<!ENTITY a \"b\">]>",
                "<!DOCTYPE info SYSTEM \"file:///etc/passwd\">",
                // The platform's reader fails over this one instead of refusing it; found by the drill of hostile
                // devices.
                "<!DOCTYPE info [\u0001]>",
                "<!DOCTYPE info [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
            })
    void aDocumentTypeIsRefused(String type) {
        String xml = CAPTURED.replace("<info>", type + "<info>");

        assertThatThrownBy(() -> DescriptionReader.read(xml)).isInstanceOf(LslException.class);
    }

    @Test
    void deepElementsAndTooManyAreRefused() {
        String deep = CAPTURED.replace("<desc />", "<a>".repeat(40) + "</a>".repeat(40));
        String many = CAPTURED.replace("<desc />", "<a/>".repeat(Limits.ELEMENTS));

        assertThatThrownBy(() -> DescriptionReader.read(deep)).isInstanceOf(LslException.class);
        assertThatThrownBy(() -> DescriptionReader.read(many)).isInstanceOf(LslException.class);
    }

    @Test
    void aDescriptionOf256ChannelsWithPlacesFits() throws LslException {
        Element place = Element.of("location", Element.of("X", "1"), Element.of("Y", "2"), Element.of("Z", "3"));
        List<Element> channels = IntStream.range(0, 256)
                .mapToObj(i -> Element.of("channel", Element.of("label", "E" + i), Element.of("type", "EEG"), place))
                .toList();
        StreamDescription plain = description(ChannelFormat.FLOAT32);
        var kind = new StreamKind("E", "EEG", 256, ChannelFormat.FLOAT32, "", 1000);
        String xml = DescriptionWriter.fullXml(
                new StreamDescription(kind, plain.instance(), Element.of("desc", Element.of("channels", channels))));

        assertThat(xml.length()).isBetween(Limits.SHORT_DESCRIPTION_BYTES / 2, Limits.fullDescriptionBytes(256));
        assertThat(DescriptionReader.read(xml).channels().get(255).label()).isEqualTo("E255");
    }

    @Test
    void aTextBecomesAnXPathLiteral() {
        assertThat(QueryText.literal("plain")).isEqualTo("'plain'");
        assertThat(QueryText.literal("it's")).isEqualTo("\"it's\"");
        assertThat(QueryText.literal("say \"it's\"")).isEqualTo("concat('say \"it',\"'\",'s\"')");
    }
}

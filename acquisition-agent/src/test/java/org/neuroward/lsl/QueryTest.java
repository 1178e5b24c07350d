package org.neuroward.lsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

    private static StreamDescription stream() {
        StreamDescription plain = DescriptionTest.description(ChannelFormat.FLOAT32);
        var channels = List.of(
                new DescribedChannel("C3", "EEG", "uV", OptionalLong.empty()),
                new DescribedChannel("C4", "EEG", "uV", OptionalLong.empty()),
                new DescribedChannel("HEOG", "EOG", "uV", OptionalLong.empty()));
        return new StreamDescription(
                plain.kind(), plain.instance(), Element.of("desc", DescribedChannel.channelsElement(channels)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|true",
                "session_id='default' and type='EEG'|true",
                "session_id='other' and type='EEG'|false",
                "name='T1'|true",
                "channel_count>2 and contains(name,'T')|true",
                "channel_count>5|false",
                "starts-with(name,'T') and count(desc/channels/channel)=3|true",
                "count(desc/channels/channel[type='EEG'])=2|true",
                "desc/channels/channel/label='C4'|true",
                "desc/channels/channel/label='Cz'|false",
                "channel_count='3' and name='T1' and type='EEG' and source_id='src1' and channel_format='float32'|true"
            })
    void queriesThatProgramsAskAreAnswered(String query, boolean expected) {
        assertThat(new Query(stream()).find(query)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//channel",
                "descendant::*",
                "desc/channels/channel[count(../channel[label='x'])>0]",
                "desc/channels/channel[label[.='x']]",
                "name=",
                "document('file:///etc/passwd')",
                "$variable",
                "no:function()",
                "((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((1"
            })
    void queriesThatAreNoneOrCouldTakeLongAreNotEvaluated(String query) {
        assertThat(new Query(stream()).find(query)).isEmpty();
    }

    @Test
    void aQueryOfMoreThanTwoKilobytesIsNotEvaluated() {
        assertThat(new Query(stream()).find("name='" + "x".repeat(2048) + "'")).isEmpty();
    }

    @Test
    void answersAreRememberedInBoundsAndNewQueriesAreLimited() {
        var now = new AtomicLong();
        var answers = new QueryAnswers(stream(), now::get);
        for (int i = 0; i < 200; i++) {
            answers.matches("name='n" + i + "'");
        }

        assertThat(answers.refused()).isEqualTo(150);
        assertThat(answers.matches("name='T1'")).isFalse();
        now.addAndGet(1_000_000_000L);
        assertThat(answers.matches("name='T1'")).isTrue();
        for (int i = 0; i < 10; i++) {
            now.addAndGet(1_000_000_000L);
            for (int j = 0; j < 50; j++) {
                answers.matches("name='m" + i + " " + j + "'");
            }
        }
        assertThat(answers.rememberedCount()).isEqualTo(100);
    }
}

package org.neuroward.agent.device.fieldtrip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class NumberTypeTest {

    @Test
    void unsignedNumbersAreReadToTheirEnds() {
        assertThat(NumberType.UINT8.read(ones(1))).isEqualTo(255);
        assertThat(NumberType.UINT16.read(ones(2))).isEqualTo(65535);
        assertThat(NumberType.UINT32.read(ones(4))).isEqualTo(4294967295.0);
        assertThat(NumberType.UINT64.read(ones(8))).isEqualTo(18446744073709551615.0);
        assertThat(NumberType.INT64.read(ones(8))).isEqualTo(-1);
    }

    private static ByteBuffer ones(int bytes) {
        ByteBuffer ones = ByteBuffer.allocate(bytes);
        while (ones.hasRemaining()) {
            ones.put((byte) 0xFF);
        }
        return ones.flip();
    }
}

package org.neuroward.edf;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.neuroward.signal.Calibration;

/**
 * Takes the samples of one signal out of the bytes of data records. One loop for each pair of width and result, each over
 * neighbouring bytes and neighbouring results alone, so that the compiler puts several samples into one instruction.
 */
sealed interface SampleTarget {

    /** @param at of the first sample in {@code bytes}; 1 or more, because 24 bits are taken together with the byte ahead */
    void take(byte[] bytes, int at, int from, int count);

    static SampleTarget counts(EdfFormat format, int[] into) {
        return format.bits24() ? new Counts24(into) : new Counts16(into);
    }

    static SampleTarget microvolts(EdfFormat format, Calibration calibration, double[] into) {
        return format.bits24() ? new Microvolts24(calibration, into) : new Microvolts16(calibration, into);
    }

    /** Little-endian numbers at any byte of an array. */
    final class Numbers {
        private static final VarHandle SHORT =
                MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
        private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

        private Numbers() {}

        private static int bits16(byte[] bytes, int at) {
            return (short) SHORT.get(bytes, at);
        }

        /** The arithmetic shift drops the byte ahead and repeats the sign. */
        private static int bits24(byte[] bytes, int at) {
            return (int) INT.get(bytes, at - 1) >> 8;
        }
    }

    final class Counts16 implements SampleTarget {
        private final int[] into;

        private Counts16(int[] into) {
            this.into = into;
        }

        @Override
        public void take(byte[] bytes, int at, int from, int count) {
            for (int i = 0; i < count; i++) {
                into[from + i] = Numbers.bits16(bytes, at + 2 * i);
            }
        }
    }

    final class Counts24 implements SampleTarget {
        private final int[] into;

        private Counts24(int[] into) {
            this.into = into;
        }

        @Override
        public void take(byte[] bytes, int at, int from, int count) {
            for (int i = 0; i < count; i++) {
                into[from + i] = Numbers.bits24(bytes, at + 3 * i);
            }
        }
    }

    final class Microvolts16 implements SampleTarget {
        private final double perCount;
        private final double offset;
        private final double[] into;

        private Microvolts16(Calibration calibration, double[] into) {
            this.perCount = calibration.microvoltsPerCount();
            this.offset = calibration.offsetMicrovolts();
            this.into = into;
        }

        @Override
        public void take(byte[] bytes, int at, int from, int count) {
            for (int i = 0; i < count; i++) {
                into[from + i] = Numbers.bits16(bytes, at + 2 * i) * perCount + offset;
            }
        }
    }

    final class Microvolts24 implements SampleTarget {
        private final double perCount;
        private final double offset;
        private final double[] into;

        private Microvolts24(Calibration calibration, double[] into) {
            this.perCount = calibration.microvoltsPerCount();
            this.offset = calibration.offsetMicrovolts();
            this.into = into;
        }

        @Override
        public void take(byte[] bytes, int at, int from, int count) {
            for (int i = 0; i < count; i++) {
                into[from + i] = Numbers.bits24(bytes, at + 3 * i) * perCount + offset;
            }
        }
    }
}

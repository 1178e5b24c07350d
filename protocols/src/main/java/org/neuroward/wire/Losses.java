package org.neuroward.wire;

/**
 * What the present recording does not hold, counted from its start; all 0 when nothing is recorded.
 *
 * @param missingSamples of stream 0
 * @param gaps of stream 0
 * @param repeated came twice, and was taken once
 * @param late came after its place had become a gap
 * @param damaged could not be read
 */
public record Losses(long missingSamples, long gaps, long repeated, long late, long damaged) {

    public static final Losses NONE = new Losses(0, 0, 0, 0, 0);

    public Losses {
        if (missingSamples < 0 || gaps < 0 || repeated < 0 || late < 0 || damaged < 0) {
            throw new IllegalArgumentException("losses must not be negative: missing=" + missingSamples + ", gaps="
                    + gaps + ", repeated=" + repeated + ", late=" + late + ", damaged=" + damaged);
        }
    }
}

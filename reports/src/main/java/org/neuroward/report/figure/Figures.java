package org.neuroward.report.figure;

import java.util.List;
import java.util.Optional;
import org.neuroward.report.content.ReportDocument;
import org.neuroward.report.content.ResultTable;
import org.neuroward.report.wording.Wording;

/** All figures of one report in one language. */
public final class Figures {

    private final SpectraFigures spectra;
    private final MapFigures maps;
    private final QualityFigures quality;
    private final List<String> bands;

    public Figures(ReportDocument document, Wording wording) {
        this.spectra = new SpectraFigures(document.result(), wording);
        this.maps = new MapFigures(document.result(), wording);
        this.quality = new QualityFigures(document.result(), document.session(), wording);
        this.bands = new ResultTable(document.result()).mainBands();
    }

    public Optional<Figure> posteriorSpectrum() {
        return spectra.posterior();
    }

    public Optional<Figure> spectraByElectrode() {
        return spectra.byElectrode();
    }

    /** @param band for example {@code alpha} */
    public Optional<Figure> map(String band) {
        return maps.ofBand(band);
    }

    /** One for each of the main bands, slowest first. */
    public List<Figure> maps() {
        return bands.stream().flatMap(band -> maps.ofBand(band).stream()).toList();
    }

    public Optional<Figure> qualityByChannel() {
        return quality.byChannel();
    }

    public Optional<Figure> timeline() {
        return quality.timeline();
    }
}

package org.neuroward.report.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.fontbox.cmap.CMap;
import org.apache.fontbox.cmap.CMapParser;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Says which character each glyph of the file stands for, so that text can be searched and copied. A font gives one
 * glyph to the character 示 and to the radical ⽰, and PDFBox names the radical; here it is the one that was written.
 */
final class TextOfGlyphs {

    private static final int MOST_IN_ONE_BLOCK = 100;

    private TextOfGlyphs() {}

    /** @param written all text that was drawn, in any order */
    static void correct(PDDocument pdf, String written) throws IOException {
        Set<COSDictionary> done = new HashSet<>();
        for (PDPage page : pdf.getPages()) {
            COSDictionary fonts = page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
            if (fonts == null) {
                continue;
            }
            for (COSName name : fonts.keySet()) {
                COSDictionary font = fonts.getCOSDictionary(name);
                if (font != null && done.add(font)) {
                    correct(pdf, font, written);
                }
            }
        }
    }

    private static void correct(PDDocument pdf, COSDictionary font, String written) throws IOException {
        COSBase present = font.getDictionaryObject(COSName.TO_UNICODE);
        if (!(present instanceof COSStream stream)) {
            return;
        }
        CMap said = new CMapParser().parse(new RandomAccessReadBuffer(new PDStream(stream).toByteArray()));
        Map<Integer, Integer> meant =
                glyphs(written, font.getNameAsString(COSName.BASE_FONT).contains("Bold"));
        Map<Integer, String> corrected = new TreeMap<>();
        for (int glyph = 0; glyph <= 0xFFFF; glyph++) {
            String text = said.toUnicode(glyph, 2);
            if (text != null) {
                corrected.put(glyph, meant.containsKey(glyph) ? Character.toString(meant.get(glyph)) : text);
            }
        }
        font.setItem(COSName.TO_UNICODE, stream(pdf, corrected));
    }

    private static COSStream stream(PDDocument pdf, Map<Integer, String> characters) throws IOException {
        StringBuilder map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                + "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                + "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                + "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        int left = characters.size();
        int inBlock = 0;
        for (Map.Entry<Integer, String> one : characters.entrySet()) {
            if (inBlock == 0) {
                inBlock = Math.min(left, MOST_IN_ONE_BLOCK);
                map.append(inBlock).append(" beginbfchar\n");
            }
            map.append(String.format("<%04X> <", one.getKey()));
            one.getValue().chars().forEach(unit -> map.append(String.format("%04X", unit)));
            map.append(">\n");
            left--;
            inBlock--;
            if (inBlock == 0) {
                map.append("endbfchar\n");
            }
        }
        map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        PDStream stream = new PDStream(
                pdf,
                new java.io.ByteArrayInputStream(map.toString().getBytes(StandardCharsets.US_ASCII)),
                COSName.FLATE_DECODE);
        return stream.getCOSObject();
    }

    private static Map<Integer, Integer> glyphs(String written, boolean bold) {
        CmapLookup lookup = bold ? Fonts.BOLD : Fonts.REGULAR;
        Map<Integer, Integer> glyphs = new TreeMap<>();
        written.codePoints().distinct().forEach(c -> glyphs.put(lookup.getGlyphId(c), c));
        glyphs.remove(0);
        return glyphs;
    }

    /** Read once, when the first report is drawn. */
    private static final class Fonts {
        static final CmapLookup REGULAR = lookup("NotoSansSC-Regular.ttf");
        static final CmapLookup BOLD = lookup("NotoSansSC-Bold.ttf");

        private static CmapLookup lookup(String name) {
            try (InputStream bytes = TextOfGlyphs.class.getResourceAsStream("/org/neuroward/report/font/" + name);
                    TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes))) {
                return font.getUnicodeCmapLookup();
            } catch (IOException e) {
                throw new UncheckedIOException("the fonts are part of the program: " + name, e);
            }
        }
    }
}

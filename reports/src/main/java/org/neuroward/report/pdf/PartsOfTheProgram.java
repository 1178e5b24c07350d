package org.neuroward.report.pdf;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.extend.FSStreamFactory;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** Fonts and style sheet, read from inside the program under an address of their own: nothing else can be fetched. */
final class PartsOfTheProgram implements FSStreamFactory {

    static final String SCHEME = "neuroward";

    @Override
    public FSStream getUrl(String address) {
        String path = address.substring(address.lastIndexOf(':') + 1);
        return new FSStream() {
            @Override
            public InputStream getStream() {
                return PartsOfTheProgram.class.getResourceAsStream("/org/neuroward/report" + path);
            }

            @Override
            public Reader getReader() {
                return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
            }
        };
    }
}

package org.neuroward.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

/** Records as JSON: fixed order, line feeds on every machine. */
final class ContentsJson {

    private ContentsJson() {}

    static String of(Object contents) {
        var printer = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        try {
            var mapper = JsonMapper.builder().addModule(new Jdk8Module()).build();
            return mapper.writer(printer).writeValueAsString(contents) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the contents of a file must always be writable as JSON", e);
        }
    }
}

package org.neuroward.agent.operator;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In which language a request is answered: as chosen on the page, else as the browser asks. */
final class PageLanguage {

    private static final Pattern IN_QUERY = Pattern.compile("(?:^|&)lang=(en|zh)(?:&|$)");
    private static final Pattern IN_COOKIES = Pattern.compile("(?:^|; *)bed-lang=(en|zh)(?:;|$)");

    private PageLanguage() {}

    /** The language that the address asks for, when it does. */
    static Optional<Locale> chosen(URI address) {
        String query = address.getRawQuery();
        return query == null ? Optional.empty() : first(IN_QUERY.matcher(query));
    }

    static Locale of(URI address, Headers request) {
        return chosen(address)
                .or(() ->
                        Optional.ofNullable(request.getFirst("Cookie")).flatMap(all -> first(IN_COOKIES.matcher(all))))
                .orElseGet(() -> asked(request.getFirst("Accept-Language")));
    }

    static String cookie(Locale chosen) {
        return "bed-lang=" + chosen.getLanguage() + "; Path=/; Max-Age=31536000; SameSite=Strict; HttpOnly";
    }

    private static Optional<Locale> first(Matcher found) {
        return found.find() ? Optional.of(Locale.of(found.group(1))) : Optional.empty();
    }

    private static Locale asked(String header) {
        if (header == null) {
            return Locale.ENGLISH;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(header), List.copyOf(Words.LANGUAGES));
            return best == null ? Locale.ENGLISH : best;
        } catch (IllegalArgumentException e) {
            // A header that no browser writes is no reason to refuse a page.
            return Locale.ENGLISH;
        }
    }
}

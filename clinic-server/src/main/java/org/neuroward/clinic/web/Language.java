package org.neuroward.clinic.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Locale;

/** The language in which the reader of the present request is answered: as chosen on a page, else as the browser asks. */
@RequestScoped
public class Language {
    static final String COOKIE = "lang";
    static final List<String> TAGS = List.of("en", "zh");

    private final HttpServerRequest request;

    Language(HttpServerRequest request) {
        this.request = request;
    }

    /** {@link Locale#ENGLISH} or {@link Locale#CHINESE}. */
    public Locale locale() {
        return of(request);
    }

    /** The tag for {@code <html lang>}. */
    public String tag() {
        return locale().equals(Locale.CHINESE) ? "zh-CN" : "en";
    }

    static Locale of(HttpServerRequest request) {
        Cookie chosen = request.getCookie(COOKIE);
        if (chosen != null && TAGS.contains(chosen.getValue())) {
            return Locale.of(chosen.getValue());
        }
        String asked = request.getHeader("Accept-Language");
        if (asked == null) {
            return Locale.ENGLISH;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(asked), List.of(Locale.ENGLISH, Locale.CHINESE));
            return best == null ? Locale.ENGLISH : best;
        } catch (IllegalArgumentException e) {
            // A header that no browser writes is no reason to refuse a page.
            return Locale.ENGLISH;
        }
    }
}

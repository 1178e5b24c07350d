package org.neuroward.clinic.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tells a reader that something could not be done: a page for people, JSON for programs. */
final class ErrorPages {
    /** What is told. */
    record Told(int status, String code, String title, String sentence) {}

    /** What the page looks like; the layout's own bean is out of reach where a request has failed. */
    record Frame(String lang, String theme, boolean demo) {}

    private ErrorPages() {}

    @CheckedTemplate(basePath = "web")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance error(Frame frame, int status, String title, String sentence);
    }

    static ShellTexts texts(HttpServerRequest request) {
        Locale locale = Language.of(request);
        return MessageBundles.get(ShellTexts.class, Localized.Literal.of(locale.getLanguage()));
    }

    static Told of(int status, HttpServerRequest request) {
        ShellTexts texts = texts(request);
        return switch (status) {
            case 401 -> new Told(401, "sign-in-ended", texts.unauthorizedTitle(), texts.unauthorized());
            case 403 -> new Told(403, "forbidden", texts.forbiddenTitle(), texts.forbidden());
            case 404, 405 -> new Told(status, "not-found", texts.notFoundTitle(), texts.notFound());
            default -> new Told(status, "bad-request", texts.badRequestTitle(), texts.badRequest());
        };
    }

    static Told of(Problem problem, HttpServerRequest request) {
        String title = problem.status() == 404
                ? texts(request).notFoundTitle()
                : texts(request).refusedTitle();
        return new Told(problem.status(), problem.code(), title, problem.sentence());
    }

    static Told fault(String reference, HttpServerRequest request) {
        ShellTexts texts = texts(request);
        return new Told(500, "fault", texts.faultTitle(), texts.fault(reference));
    }

    static boolean wantsJson(String path) {
        return path.startsWith("/api/") || path.startsWith("/ws/");
    }

    static String html(Told told, HttpServerRequest request) {
        Locale locale = Language.of(request);
        var theme = request.getCookie(Shell.THEME_COOKIE);
        String chosen = theme != null && Shell.THEMES.contains(theme.getValue()) ? theme.getValue() : "system";
        Frame frame = new Frame(
                locale.equals(Locale.CHINESE) ? "zh-CN" : "en",
                chosen,
                ConfigProvider.getConfig().getValue("neuroward.demo", Boolean.class));
        return Templates.error(frame, told.status(), told.title(), told.sentence())
                .setLocale(locale)
                .render();
    }

    static String json(Told told) {
        return new JsonObject()
                .put("code", told.code())
                .put("sentence", told.sentence())
                .encode();
    }

    /** Answers outside of the resource methods, where requests are refused before they reach one. */
    static void answer(RoutingContext context, Told told) {
        boolean json = wantsJson(context.normalizedPath());
        context.response()
                .setStatusCode(told.status())
                .putHeader("Content-Type", json ? "application/json" : "text/html;charset=UTF-8")
                .end(json ? json(told) : html(told, context.request()));
    }
}

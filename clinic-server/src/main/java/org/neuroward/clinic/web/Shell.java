package org.neuroward.clinic.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.neuroward.clinic.access.CurrentUser;
import org.neuroward.clinic.access.Role;
import org.neuroward.clinic.access.Routes;

/** What the layout shows around a page, as {@code inject:shell} in templates. */
@Named("shell")
@RequestScoped
public class Shell {
    static final String THEME_COOKIE = "theme";
    static final List<String> THEMES = List.of("light", "dark");

    private final HttpServerRequest request;
    private final Language language;
    private final CurrentUser user;
    private final Routes routes;
    private final boolean demo;

    Shell(
            HttpServerRequest request,
            Language language,
            CurrentUser user,
            Routes routes,
            @ConfigProperty(name = "neuroward.demo") boolean demo) {
        this.request = request;
        this.language = language;
        this.user = user;
        this.routes = routes;
        this.demo = demo;
    }

    /** The language as {@code <html lang>} takes it. */
    public String getLang() {
        return language.tag();
    }

    /** {@code light}, {@code dark}, or {@code system} when the reader has not chosen. */
    public String getTheme() {
        Cookie chosen = request.getCookie(THEME_COOKIE);
        return chosen != null && THEMES.contains(chosen.getValue()) ? chosen.getValue() : "system";
    }

    /** Whether everything here is simulated. */
    public boolean isDemo() {
        return demo;
    }

    public boolean isSignedIn() {
        return user.isSignedIn();
    }

    public String getUserName() {
        return user.displayName();
    }

    public Role getRole() {
        return user.role();
    }

    public String getCsrfToken() {
        return user.csrfToken();
    }

    /** The address of this page without the host, to come back to after a change of language or theme. */
    public String getHere() {
        return request.method().name().equals("GET") ? request.uri() : "/";
    }

    /** Whether the menu offers this path to this person, and it is a page of this server. */
    public boolean offers(String path) {
        return user.isSignedIn() && routes.allows(user.role(), "GET", path);
    }

    /** Whether the page shown lies under the path. */
    public boolean isAt(String path) {
        return request.path().equals(path) || request.path().startsWith(path + "/");
    }
}

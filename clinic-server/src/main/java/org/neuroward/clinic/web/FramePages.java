package org.neuroward.clinic.web;

import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.neuroward.clinic.access.CurrentUser;

/** The start page of each role, and the two switches of every page: language and theme. */
@Path("/")
final class FramePages {
    private static final int A_YEAR_SECONDS = 31_536_000;

    private final CurrentUser user;

    FramePages(CurrentUser user) {
        this.user = user;
    }

    @GET
    public Response home() {
        String start =
                switch (user.role()) {
                    case TECHNICIAN, THERAPIST -> "/worklist";
                    case REVIEWER, ADMINISTRATOR -> "/reports";
                    case AUDITOR -> "/audit";
                };
        return Response.seeOther(URI.create(start)).build();
    }

    @POST
    @Path("language")
    public Response language(@FormParam("language") String language, @FormParam("back") String back) {
        return language != null && Language.TAGS.contains(language)
                ? back(back, choice(Language.COOKIE, language, A_YEAR_SECONDS))
                : Response.status(400).build();
    }

    @POST
    @Path("theme")
    public Response theme(@FormParam("theme") String theme, @FormParam("back") String back) {
        if ("system".equals(theme)) {
            return back(back, choice(Shell.THEME_COOKIE, "", 0));
        }
        return theme != null && Shell.THEMES.contains(theme)
                ? back(back, choice(Shell.THEME_COOKIE, theme, A_YEAR_SECONDS))
                : Response.status(400).build();
    }

    private static Response back(String path, NewCookie cookie) {
        boolean own = path != null && path.matches("/([A-Za-z0-9_-][A-Za-z0-9_./?=&%+-]*)?");
        return Response.seeOther(URI.create(own ? path : "/")).cookie(cookie).build();
    }

    private static NewCookie choice(String name, String value, int maxAgeSeconds) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .maxAge(maxAgeSeconds)
                .build();
    }
}

package org.neuroward.clinic.fleet;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The administrator's page of all beds. */
@Path("/fleet")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Blocking
final class FleetPages {

    private final FleetBoard board;

    FleetPages(FleetBoard board) {
        this.board = board;
    }

    @CheckedTemplate(basePath = "fleet")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance fleet(FleetBoard.View view);

        static native TemplateInstance board(FleetBoard.View view);
    }

    @GET
    public TemplateInstance fleet() {
        return Templates.fleet(board.view());
    }

    /** The part of the page that changes by itself, which the page asks for each second. */
    @GET
    @Path("board")
    public TemplateInstance changing() {
        return Templates.board(board.view());
    }
}

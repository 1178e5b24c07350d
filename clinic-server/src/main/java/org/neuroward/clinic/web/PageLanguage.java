package org.neuroward.clinic.web;

import io.quarkus.arc.Arc;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Gives every template that a request renders the language of its reader, so that no page has to think of it. */
@ApplicationScoped
class PageLanguage {
    private final CurrentVertxRequest current;

    PageLanguage(CurrentVertxRequest current) {
        this.current = current;
    }

    void configure(@Observes EngineBuilder builder) {
        builder.addTemplateInstanceInitializer(this::speak);
    }

    private void speak(TemplateInstance instance) {
        if (Arc.container().requestContext().isActive() && current.getCurrent() != null) {
            instance.setLocale(Language.of(current.getCurrent().request()));
        }
    }
}

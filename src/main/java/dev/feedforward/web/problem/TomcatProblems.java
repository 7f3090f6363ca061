package dev.feedforward.web.problem;

import dev.feedforward.web.answer.HangUpValve;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/** Lets Tomcat tell problems as the service does, and in time; and lets go of readers that take nothing. */
@Component
class TomcatProblems implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory>, Ordered {

    private final ProblemWriter writer;

    TomcatProblems(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        // A caller who asks first (Expect: 100-continue, as curl does) then learns of a 413 before it sends anything.
        factory.addConnectorCustomizers(TomcatProblems::askForBodiesLate);
        // Parameters stand in the URL alone: a form in the body is told to be none of what is read.
        factory.addConnectorCustomizers(connector -> connector.setParseBodyMethods(""));
        factory.addContextCustomizers(context -> {
            StandardHost host = (StandardHost) context.getParent();
            // Tomcat adds a valve of this class unless it finds one.
            host.setErrorReportValveClass(ProblemValve.class.getName());
            host.getPipeline().addValve(new ProblemValve(writer));
            host.getPipeline().addValve(new HangUpValve());
        });
    }

    private static void askForBodiesLate(Connector connector) {
        AbstractHttp11Protocol<?> http = (AbstractHttp11Protocol<?>) connector.getProtocolHandler();
        http.setContinueResponseTiming("onRead");
    }

    /** After Spring Boot, whose own error valve must stand further from the request than this one. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}

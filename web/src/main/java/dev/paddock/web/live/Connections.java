package dev.paddock.web.live;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Has every request know its {@link Connection}. A servlet hears of its end only when it answers, so Tomcat's own socket is asked. */
@Component
final class Connections extends ValveBase implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /** Of 32 places for what belongs to a request of Tomcat's as long as it is used, which is many requests of clients. */
    private static final int PLACE = 31;

    Connections() {
        super(true);
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(Http.class.getName());
        factory.addEngineValves(this);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        request.setAttribute(Connection.ATTRIBUTE, request.getCoyoteRequest().getNote(PLACE));
        getNext().invoke(request, response);
    }

    /** HTTP/1.1 as Tomcat speaks it; Tomcat makes it by its name. */
    public static final class Http extends Http11NioProtocol {

        @Override
        protected Processor createProcessor() {
            return new Http11(this, getAdapter());
        }
    }

    private static final class Http11 extends Http11Processor {

        Http11(AbstractHttp11Protocol<?> protocol, Adapter adapter) {
            super(protocol, adapter);
            request.setNote(PLACE, (Connection) this::isClosed);
        }

        private boolean isClosed() {
            try {
                // What it reads stays where the next request is read from.
                getSocketWrapper().isReadyForRead();
                return false;
            } catch (IOException closed) {
                return true;
            }
        }
    }
}

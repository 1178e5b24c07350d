package org.neuroward.agent.operator;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The page on the bedside computer. It listens on this computer alone, asks nothing of the network, and goes on when the
 * server is away. Whoever sits at the bedside computer may use it: there is no sign-in, as there is none on an amplifier.
 */
public final class LocalPage implements AutoCloseable {

    /** Where the page is unless another port is asked for. */
    public static final int DEFAULT_PORT = 8091;

    private static final System.Logger LOG = System.getLogger(LocalPage.class.getName());
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int THREADS = 8;
    private static final int WAITING_CONNECTIONS = 16;
    private static final int LARGEST_BODY = 8 * 1024;
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

    private final Path dataFolder;
    private final HttpServer server;
    private final ExecutorService threads;
    private final Gate gate;
    private final DeskApi api;

    private LocalPage(HttpServer server, DeskApi api, Path dataFolder) {
        this.server = server;
        this.api = api;
        this.dataFolder = dataFolder;
        this.gate = new Gate(server.getAddress().getPort());
        this.threads = Executors.newFixedThreadPool(
                THREADS, Thread.ofPlatform().name("bedside-page-", 0).daemon().factory());
    }

    /**
     * Opens the page. A port that is taken is no reason not to record: the page then takes any other.
     *
     * @param port 0 for any
     * @param dataFolder of the agent, where the terminal finds the page
     */
    public static LocalPage open(BedsideDesk desk, LiveTrace trace, int port, Path dataFolder) throws IOException {
        limitSlowClients();
        var page = new LocalPage(bind(port), new DeskApi(desk, trace), dataFolder);
        new PageAddress(page.port(), page.gate.token()).write(dataFolder);
        page.server.createContext("/", page::handle);
        page.server.setExecutor(page.threads);
        page.server.start();
        LOG.log(Level.INFO, "bedside page: http://127.0.0.1:{0}/", String.valueOf(page.port()));
        return page;
    }

    /** Who opens a connection and says nothing must not hold a thread; the server reads these once, when it first runs. */
    private static void limitSlowClients() {
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("sun.net.httpserver.maxRspTime", "10");
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("jdk.httpserver.maxConnections", "64");
    }

    private static HttpServer bind(int port) throws IOException {
        InetAddress here = InetAddress.getByAddress("localhost", LOOPBACK);
        try {
            return HttpServer.create(new InetSocketAddress(here, port), WAITING_CONNECTIONS);
        } catch (BindException e) {
            LOG.log(Level.WARNING, "port {0} is taken; the bedside page takes another", String.valueOf(port));
            return HttpServer.create(new InetSocketAddress(here, 0), WAITING_CONNECTIONS);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Headers answer = exchange.getResponseHeaders();
            answer.set("Content-Security-Policy", POLICY);
            answer.set("X-Content-Type-Options", "nosniff");
            answer.set("Referrer-Policy", "no-referrer");
            answer.set("Cross-Origin-Resource-Policy", "same-origin");
            answer.set("Cross-Origin-Opener-Policy", "same-origin");
            answer.set("Cache-Control", "no-store");
            if (!gate.admits(exchange.getRequestHeaders())) {
                send(
                        exchange,
                        403,
                        "text/plain",
                        "this page is for this computer only".getBytes(StandardCharsets.UTF_8));
            } else if (exchange.getRequestURI().getPath().startsWith("/api/")) {
                handleApi(exchange);
            } else {
                handlePage(exchange);
            }
        } catch (RuntimeException e) {
            // The edge of the page: whatever a request does, the bed records on and the next request is answered.
            LOG.log(Level.ERROR, "the bedside page failed at a request", e);
        }
    }

    private void handlePage(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Optional<PageFiles.PageFile> file = PageFiles.find(path);
        if (!exchange.getRequestMethod().equals("GET")) {
            send(exchange, 405, "text/plain", new byte[0]);
        } else if (file.isPresent()) {
            send(exchange, 200, file.get().type(), file.get().bytes());
        } else if (path.equals("/")) {
            Locale locale = PageLanguage.of(exchange.getRequestURI(), exchange.getRequestHeaders());
            PageLanguage.chosen(exchange.getRequestURI())
                    .ifPresent(chosen -> exchange.getResponseHeaders().set("Set-Cookie", PageLanguage.cookie(chosen)));
            byte[] page = PageFiles.page(Words.of(locale), api.bed(), gate.token());
            send(exchange, 200, "text/html;charset=UTF-8", page);
        } else {
            send(exchange, 404, "text/plain", new byte[0]);
        }
    }

    private void handleApi(HttpExchange exchange) throws IOException {
        if (!gate.knows(exchange.getRequestHeaders())) {
            send(exchange, 403, "text/plain", new byte[0]);
            return;
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            send(exchange, 413, "text/plain", new byte[0]);
            return;
        }
        String what = exchange.getRequestURI().getPath().substring("/api/".length());
        Words words = Words.of(PageLanguage.of(exchange.getRequestURI(), exchange.getRequestHeaders()));
        DeskApi.Answer answer =
                switch (exchange.getRequestMethod()) {
                    case "GET" -> api.read(what, exchange.getRequestURI().getRawQuery(), words);
                    case "POST" -> api.act(what, body, words);
                    default ->
                        new DeskApi.Answer(
                                405, com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode());
                };
        byte[] json = answer.body().toString().getBytes(StandardCharsets.UTF_8);
        send(exchange, answer.status(), "application/json", json);
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        threads.shutdown();
        PageAddress.remove(dataFolder);
    }
}

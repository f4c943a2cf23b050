package org.broadsheet.ops.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Hands a browser the editor's own modules, without the rest of the desk.
final class ModuleShelf implements AutoCloseable {

    private static final String DESK = "/desk/assets/js/";
    private static final String JARS = "/webjars/";

    private final HttpServer server;
    private final Path modules;
    private final String page;

    private ModuleShelf(HttpServer server, Path modules, String page) {
        this.server = server;
        this.modules = modules;
        this.page = page;
    }

    static ModuleShelf open() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ModuleShelf shelf = new ModuleShelf(server, modules(), page());
        server.createContext("/", shelf::answer);
        server.start();
        return shelf;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body;
        if (path.equals("/")) {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            body = page.getBytes(StandardCharsets.UTF_8);
        } else {
            exchange.getResponseHeaders().set("Content-Type", "text/javascript; charset=utf-8");
            body = module(path);
        }
        exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private byte[] module(String path) throws IOException {
        if (path.startsWith(DESK)) {
            Path file = modules.resolve(path.substring(DESK.length())).normalize();
            return file.startsWith(modules) && Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
        }
        try (InputStream jar =
                path.startsWith(JARS) ? ModuleShelf.class.getResourceAsStream("/META-INF/resources" + path) : null) {
            return jar == null ? new byte[0] : jar.readAllBytes();
        }
    }

    // The modules as they lie in the tree, from wherever in it the tests are started.
    private static Path modules() {
        Path inTheTree = Path.of("cms-web/src/main/resources/static/desk/assets/js");
        for (Path from = Path.of("").toAbsolutePath(); from != null; from = from.getParent()) {
            Path modules = from.resolve(inTheTree);
            if (Files.isDirectory(modules)) {
                return modules;
            }
        }
        throw new IllegalStateException("The editor's modules are not in this tree: " + inTheTree);
    }

    private static String page() {
        return """
                <!doctype html><meta charset="utf-8"><title>The editor's blocks</title>
                <script type="importmap">{"imports":{
                  "prosemirror-model":"/webjars/prosemirror-model/%s/dist/index.js",
                  "orderedmap":"/webjars/orderedmap/%s/dist/index.js"}}</script>
                <script type="module">
                  import { DOMParser, DOMSerializer } from "prosemirror-model";
                  import { fromBlocks, schema, toBlocks, UnknownBlock } from "/desk/assets/js/blocks.js";
                  import { cleaned } from "/desk/assets/js/editor/paste.js";
                  const parsed = (element) => JSON.stringify(toBlocks(DOMParser.fromSchema(schema).parse(element)));
                  const inBox = (fill) => { const box = document.createElement("div"); fill(box); return box; };
                  window.editor = {
                    roundTrip: (text) => {
                      const doc = fromBlocks(JSON.parse(text));
                      doc.check();
                      return JSON.stringify(toBlocks(doc));
                    },
                    copied: (text) => parsed(inBox((box) => box.append(
                      DOMSerializer.fromSchema(schema).serializeFragment(fromBlocks(JSON.parse(text)).content)))),
                    pasted: (html) => parsed(inBox((box) => { box.innerHTML = cleaned(html); })),
                    refuses: (text) => {
                      try { fromBlocks(JSON.parse(text)); return null; }
                      catch (problem) { return problem instanceof UnknownBlock ? problem.type : null; }
                    },
                  };
                </script>
                """.formatted(version("prosemirror-model"), version("orderedmap"));
    }

    private static String version(String module) {
        String file = "/META-INF/maven/org.webjars.npm/" + module + "/pom.properties";
        try (InputStream properties = ModuleShelf.class.getResourceAsStream(file)) {
            if (properties == null) {
                throw new IllegalStateException(module + " is not on the class path");
            }
            java.util.Properties read = new java.util.Properties();
            read.load(properties);
            return read.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.broadsheet.ops.elasticsearch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.network.NetworkAddress;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.http.HttpServerTransport;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.node.NodeFromClassPath;
import org.elasticsearch.node.NodeValidationException;
import org.elasticsearch.transport.netty4.Netty4Plugin;

/// One running Elasticsearch node in this JVM, on the loopback address only, with the analysis that English news needs.
///
/// It is the whole server with two plugins; the modules of the real distribution (scripts, reindex, …) are not
/// published and so not here.
public final class LocalElasticsearch implements AutoCloseable {

    private final Node node;

    private LocalElasticsearch(Node node) {
        this.node = node;
    }

    /// Brings a node up; returns once it answers.
    ///
    /// @param folder that keeps its data; made where it is missing; only one node may have it at a time
    /// @param port for HTTP on 127.0.0.1; 0 takes a free one
    /// @param logLevel `INFO`, or `WARN` where nobody reads it
    /// @throws IllegalStateException if it does not come up; the message says why
    public static LocalElasticsearch start(Path folder, int port, String logLevel) {
        Settings settings = settings(folder.toAbsolutePath(), port, logLevel);
        try {
            LogConfigurator.configureESLogging();
            LogConfigurator.configureWithoutConfig(settings);
            for (String expected : List.of("config", "modules", "plugins", "lib", "data")) {
                Files.createDirectories(folder.resolve(expected));
            }
            Environment environment = InternalSettingsPreparer.prepareEnvironment(
                    settings, Map.of(), folder.resolve("config").toAbsolutePath(), () -> "broadsheet");
            var node = new NodeFromClassPath(environment, List.of(new Netty4Plugin(), new EnglishAnalysisPlugin()));
            var running = new LocalElasticsearch(node);
            try {
                node.start();
            } catch (NodeValidationException | RuntimeException e) {
                running.close();
                throw new IllegalStateException("Elasticsearch did not come up: " + e.getMessage(), e);
            }
            return running;
        } catch (IOException e) {
            throw new IllegalStateException("Elasticsearch cannot use the folder " + folder + ": " + e, e);
        }
    }

    private static Settings settings(Path folder, int port, String logLevel) {
        return Settings.builder()
                .put("path.home", folder)
                .put("path.data", folder.resolve("data"))
                .put("cluster.name", "broadsheet")
                .put("node.name", "broadsheet")
                .put("discovery.type", "single-node")
                .put("transport.type", "netty4")
                .put("http.type", "netty4")
                .put("network.host", "127.0.0.1")
                .put("http.port", port == 0 ? "0" : String.valueOf(port))
                .put("transport.port", "0")
                .put("action.auto_create_index", false)
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .put("logger.level", logLevel)
                .build();
    }

    /// Where it answers.
    public URI address() {
        var transport = node.injector().getInstance(HttpServerTransport.class);
        return URI.create("http://"
                + NetworkAddress.format(
                        transport.boundAddress().publishAddress().address()));
    }

    /// Stops it; everything it answered for is on the disk.
    @Override
    public void close() throws IOException {
        node.prepareForClose();
        node.close();
        try {
            node.awaitClose(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

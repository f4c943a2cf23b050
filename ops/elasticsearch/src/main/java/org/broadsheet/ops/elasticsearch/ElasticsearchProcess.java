package org.broadsheet.ops.elasticsearch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// Elasticsearch as a process of its own: `java … ElasticsearchProcess FOLDER PORT`. It ends cleanly on SIGTERM.
public final class ElasticsearchProcess {

    private ElasticsearchProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 2) {
            System.err.println("Give the data folder and the port for HTTP.");
            System.exit(2);
        }
        LocalElasticsearch elasticsearch;
        try {
            elasticsearch = LocalElasticsearch.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), "INFO");
        } catch (RuntimeException e) {
            System.err.println(e.getMessage());
            e.printStackTrace();
            System.exit(1);
            return;
        }
        var ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            try {
                                elasticsearch.close();
                            } catch (IOException e) {
                                System.err.println("Elasticsearch did not stop cleanly: " + e.getMessage());
                            } finally {
                                ended.countDown();
                            }
                        },
                        "elasticsearch-stop"));
        System.out.println("Elasticsearch answers on " + elasticsearch.address());
        ended.await();
    }
}

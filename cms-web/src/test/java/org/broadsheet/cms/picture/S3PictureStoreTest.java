package org.broadsheet.cms.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;

/// Against a server that speaks S3, in this process.
class S3PictureStoreTest extends PictureStoreContract {

    private static final String BUCKET = "harbour-times";

    private static BlobStore blobs;
    private static S3Proxy server;

    @BeforeAll
    static void aServer() throws Exception {
        blobs = new TransientNio2BlobStore();
        server = S3Proxy.builder()
                .blobStore(blobs)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "desk", "its-secret")
                .build();
        server.start();
        while (!server.getState().equals("STARTED")) {
            Thread.sleep(10);
        }
    }

    @AfterAll
    static void close() throws Exception {
        server.stop();
        blobs.close();
    }

    @BeforeEach
    void anEmptyBucket() {
        if (!blobs.containerExists(BUCKET)) {
            blobs.createContainer(BUCKET);
        }
        names().forEach(this::remove);
    }

    @Override
    PictureVault vault() {
        return vault(server.getPort(), "its-secret");
    }

    private static PictureVault vault(int port, String secret) {
        return S3Vault.of(new PictureSettings.S3(
                URI.create("http://127.0.0.1:" + port),
                "us-east-1",
                BUCKET,
                "pictures/",
                "desk",
                secret,
                Duration.ofMillis(500)));
    }

    @Override
    List<String> names() {
        return blobs.list(ListObjectsV2Request.builder().bucket(BUCKET).build()).contents().stream()
                .map(object -> object.key().replaceFirst("^pictures/", ""))
                .toList();
    }

    @Override
    void remove(String name) {
        blobs.removeBlob(BUCKET, "pictures/" + name);
    }

    @Test
    void everythingLiesUnderThePrefix() {
        vault().write("originals/aa/bb/one", new byte[] {1}, true);

        assertThat(blobs.blobExists(BUCKET, "pictures/originals/aa/bb/one")).isTrue();
    }

    @Test
    void whoeverIsNotKnownThereIsTurnedAwayAndNothingIsMissing() {
        PictureVault stranger = vault(server.getPort(), "another-secret");

        assertThatThrownBy(() -> stranger.read("originals/aa/bb/one")).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> stranger.has("originals/aa/bb/one")).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> stranger.write("originals/aa/bb/one", new byte[] {1}, true))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aStoreThatDoesNotAnswerIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            PictureVault vault = vault(silent.getLocalPort(), "its-secret");

            long began = System.nanoTime();
            assertThatThrownBy(() -> vault.read("originals/aa/bb/one")).isInstanceOf(UncheckedIOException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
        }
    }
}

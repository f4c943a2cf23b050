package org.broadsheet.cms.picturefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.broadsheet.cms.Manifests;
import org.broadsheet.cms.Negatives;
import org.junit.jupiter.api.Test;

class ContentCredentialsTest {

    @Test
    void aJpegSaysWhomItClaimsToBeSignedBy() {
        byte[] store = Manifests.store(true);
        byte[] jpeg =
                Negatives.behindHead(Negatives.file(Negatives.scene(60, 40, 1), "jpeg"), Manifests.segments(store));

        assertThat(of(PictureFormat.JPEG, jpeg)).contains(new ContentCredentials(2, "Harbour Camera 7, Northwind"));
    }

    @Test
    void otherContainersAreReadToo() {
        byte[] store = Manifests.store(false);
        ContentCredentials wanted = new ContentCredentials(2, "Harbour Camera 7, Northwind");
        byte[] png = Negatives.withChunk(
                Negatives.file(Negatives.scene(60, 40, 1), "png"), Negatives.pngChunk("caBX", store));
        byte[] webp = Negatives.file(Negatives.scene(60, 40, 1), "webp");
        byte[] chunk = ByteBuffer.allocate(8 + store.length + (store.length & 1))
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .put("C2PA".getBytes(StandardCharsets.US_ASCII))
                .putInt(store.length)
                .put(store)
                .array();

        assertThat(of(PictureFormat.PNG, png)).contains(wanted);
        assertThat(of(PictureFormat.WEBP, Manifests.join(webp, chunk))).contains(wanted);
    }

    @Test
    void aPictureWithoutAManifestHasNone() {
        assertThat(of(PictureFormat.JPEG, Negatives.file(Negatives.scene(60, 40, 1), "jpeg")))
                .isEmpty();
        assertThat(ContentCredentials.of("nonsense".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void aDamagedManifestIsPresentWithoutASignerOrNotAtAll() {
        byte[] store = Manifests.store(true);
        Random random = new Random(7);
        for (int round = 0; round < 400; round++) {
            byte[] hostile = Arrays.copyOf(store, round % 3 == 0 ? random.nextInt(1, store.length) : store.length);
            for (int flip = 0; flip < 1 + round % 5; flip++) {
                hostile[random.nextInt(hostile.length)] = (byte) random.nextInt();
            }

            ContentCredentials.of(hostile)
                    .ifPresent(credentials ->
                            assertThat(credentials.signer().length()).isLessThan(201));
        }
    }

    private static java.util.Optional<ContentCredentials> of(PictureFormat format, byte[] file) {
        return ContentCredentials.of(PictureParts.of(format, file).manifest());
    }
}

package org.broadsheet.cms.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.cms.Photographs;
import org.broadsheet.cms.darkroom.Darkroom;
import org.broadsheet.cms.darkroom.DarkroomSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class AddressFetchTest {

    private static final DarkroomSettings MOST = new DarkroomSettings(
            60_000_000,
            DataSize.ofKilobytes(300),
            1,
            8,
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            DataSize.ofMegabytes(256),
            "avifenc",
            "avifdec");

    private static final byte[] PHOTOGRAPH = Photographs.jpeg(900, 600, 640);

    private final PictureHost host = new PictureHost();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void aPictureIsFetchedOverARedirectWithinTheList() throws IOException {
        host.gives("/sea.jpg", "text/html", PHOTOGRAPH);
        host.leadsTo("/latest", "/sea.jpg?w=1");

        AddressFetch.Fetched fetched = fetch(true, host.name()).fetch(host.address("/latest#now"));

        assertThat(fetched).isInstanceOfSatisfying(AddressFetch.Fetched.Came.class, came -> {
            assertThat(came.file()).hasBinaryContent(PHOTOGRAPH);
            assertThat(came.size()).isEqualTo(PHOTOGRAPH.length);
            assertThat(came.address()).hasToString(host.address("/sea.jpg?w=1"));
        });
    }

    @Test
    void aHostThatIsNotOnTheListIsNotCalled() {
        assertThat(refusal(fetch(true, "pictures.example.org"), host.address("/sea.jpg")))
                .contains(host.name(), "not on the list", "send it as a file");
        assertThat(refusal(fetch(true), host.address("/sea.jpg"))).contains("The list is empty");
        assertThat(host.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://10.0.0.8/x.jpg", "http://localhost:1/x.jpg", "http://[::1]/x.jpg", "file:///etc/passwd"})
    void aRedirectIsHeldToTheListAsWell(String inside) {
        host.leadsTo("/out", inside);

        assertThat(refusal(fetch(true, host.name()), host.address("/out")))
                .containsAnyOf("not on the list", "no address");
    }

    @Test
    void anAddressInsideTheHouseIsNotCalledEvenIfItsNameIsOnTheList() {
        host.gives("/sea.jpg", "image/jpeg", PHOTOGRAPH);
        String byName = host.name().replace("127.0.0.1", "localhost");

        assertThat(refusal(fetch(false, host.name()), host.address("/sea.jpg"))).contains("inside the house");
        assertThat(refusal(fetch(false, byName), "http://" + byName + "/sea.jpg"))
                .contains("inside the house");
        assertThat(host.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.31.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001:db8::1",
                "ff02::1"
            })
    void whatIsNotOnThePublicInternetIsKnown(String address) {
        assertThat(PublicNames.isPublic(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:2800:220:1:248:1893:25c8:1946"})
    void whatIsOnThePublicInternetIsKnown(String address) {
        assertThat(PublicNames.isPublic(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void theListNamesHostsAndWhatIsBelowThem() throws NotFetched {
        AllowedHosts hosts =
                new AllowedHosts(List.of("pictures.example.org", "*.example.net", "example.com:8443"), false);

        for (String good : List.of(
                "https://pictures.example.org/a.jpg",
                "https://PICTURES.example.org:443/a b.jpg",
                "https://a.b.example.net",
                "https://example.com:8443/")) {
            assertThat(hosts.checked(good).getScheme()).isEqualTo("https");
        }
        for (String bad : List.of(
                "https://example.org/",
                "https://apictures.example.org/",
                "https://example.net/",
                "https://evilexample.net/",
                "https://example.com/",
                "https://pictures.example.org:8443/",
                "https://pictures.example.org.evil.example/",
                "https://pictures.example.org@evil.example/",
                "https://evil@pictures.example.org/",
                "http://pictures.example.org/",
                "ftp://pictures.example.org/",
                "//pictures.example.org/",
                "pictures.example.org",
                "https://pictures.example.org\\@evil.example/",
                "https:///a.jpg")) {
            assertThatThrownBy(() -> hosts.checked(bad)).as(bad).isInstanceOf(NotFetched.class);
        }
    }

    @Test
    void whatIsTooLargeIsNotTaken() throws IOException {
        host.gives("/large.jpg", "image/jpeg", new byte[400_000]);
        host.givesWithoutEnd("/endless.jpg", PHOTOGRAPH, new byte[10_000], 0);

        for (String path : List.of("/large.jpg", "/endless.jpg")) {
            assertThat(refusal(fetch(true, host.name()), host.address(path))).contains("more than 307200 bytes");
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void whatIsTooSlowIsNotWaitedFor() {
        host.givesWithoutEnd("/slow.jpg", PHOTOGRAPH, new byte[1], 50);
        host.on("/silent.jpg", _ -> Thread.sleep(5_000));
        long began = System.nanoTime();

        assertThat(refusal(fetch(true, host.name()), host.address("/slow.jpg"))).contains("took longer than 1 second");
        assertThat(refusal(fetch(true, host.name()), host.address("/silent.jpg")))
                .contains("Try again");

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void whatIsNoPictureIsRefusedByItsBytes() throws IOException {
        host.gives("/logo.jpg", "image/jpeg", "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8));

        assertThat(fetch(true, host.name()).fetch(host.address("/logo.jpg")))
                .isInstanceOfSatisfying(
                        AddressFetch.Fetched.NoPicture.class,
                        no -> assertThat(no.sentence()).contains("SVG"));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aHostThatGoesRoundOrHasNothingIsExplained() {
        host.leadsTo("/round", "/round");
        host.on("/gone.jpg", exchange -> exchange.sendResponseHeaders(404, -1));
        host.on("/broken.jpg", exchange -> {
            exchange.sendResponseHeaders(200, PHOTOGRAPH.length);
            exchange.getResponseBody().write(PHOTOGRAPH, 0, 5_000);
            throw new IOException("The line broke");
        });

        assertThat(refusal(fetch(true, host.name()), host.address("/round"))).contains("leads on and on");
        assertThat(refusal(fetch(true, host.name()), host.address("/gone.jpg"))).contains("404");
        assertThat(refusal(fetch(true, host.name()), host.address("/broken.jpg")))
                .contains("broke off");
        assertThat(refusal(fetch(true, "127.0.0.1:9"), "http://127.0.0.1:9/sea.jpg"))
                .contains("did not answer");
    }

    private AddressFetch fetch(boolean privateToo, String... hosts) {
        UploadSettings settings = new UploadSettings(
                folder,
                10,
                DataSize.ofMegabytes(100),
                Duration.ofHours(1),
                List.of(hosts),
                true,
                privateToo,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                3);
        return new AddressFetch(new Spool(settings), Darkroom.with(MOST), MOST, settings);
    }

    private static String refusal(AddressFetch fetch, String address) {
        return catchThrowableOfType(NotFetched.class, () -> fetch.fetch(address))
                .sentence();
    }
}

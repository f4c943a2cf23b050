package org.broadsheet.ops.command.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HouseTest {

    @TempDir
    Path checkout;

    @Test
    void stateLivesInTheCheckoutUnlessToldOtherwise() {
        assertThat(House.of(checkout, Map.of()).home()).isEqualTo(checkout.resolve(".broadsheet"));
        assertThat(House.of(checkout, Map.of("BROADSHEET_HOME", " ")).home())
                .isEqualTo(checkout.resolve(".broadsheet"));
        assertThat(House.of(checkout, Map.of("BROADSHEET_HOME", "/srv/news")).home())
                .isEqualTo(Path.of("/srv/news"));
    }

    @Test
    void anOffsetMovesEveryPort() {
        Ports ports =
                House.of(checkout, Map.of("BROADSHEET_PORT_OFFSET", "100")).ports();

        assertThat(ports).isEqualTo(new Ports(8180, 8190, 8181, 8182, 8532, 8300));
        assertThat(House.of(checkout, Map.of()).ports()).isEqualTo(new Ports(8080, 8090, 8081, 8082, 8432, 8200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ten", "60000", "-8000", "1.5"})
    void anOffsetThatMakesNoPortsIsRefusedInASentence(String offset) {
        assertThatThrownBy(() -> House.of(checkout, Map.of("BROADSHEET_PORT_OFFSET", offset)))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("BROADSHEET_PORT_OFFSET");
    }

    @Test
    void theHomeIsClosedToOthers() throws Exception {
        House house = House.of(checkout, Map.of());

        house.open();
        house.open();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(house.home())))
                .isEqualTo("rwx------");
    }

    @Test
    void secretsAreMadeOnceAndReadByNobodyElse() throws Exception {
        House house = House.of(checkout, Map.of());
        house.open();

        Secrets made = Secrets.of(house);
        Secrets again = Secrets.of(house);

        assertThat(again.serviceToken()).isEqualTo(made.serviceToken()).hasSize(32);
        assertThat(made.ingestDatabase()).isNotEqualTo(made.cmsDatabase());
        assertThat(made.toString()).doesNotContain(made.serviceToken());
        assertThat(permissions(house.secrets())).isEqualTo("rw-------");
    }

    @Test
    void aHouseThatLostOneOfItsSecretsSaysWhichAndMakesNoOther() throws Exception {
        House house = House.of(checkout, Map.of());
        house.open();
        Secrets.of(house);
        Files.writeString(house.secrets(), "service-token=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n");

        assertThatThrownBy(() -> Secrets.of(house)).isInstanceOf(Trouble.class).hasMessageContaining("\"postgresql\"");
    }

    @Test
    void aHouseFromBeforeTheFeedsGetsAKeyForThemAndKeepsTheRest() throws Exception {
        House house = House.of(checkout, Map.of());
        house.open();
        Secrets made = Secrets.of(house);
        Files.writeString(house.secrets(), Files.readString(house.secrets()).replaceAll("(?m)^feed-key=.*\\R", ""));

        Secrets grown = Secrets.of(house);

        assertThat(grown.feedKey()).hasSize(32).isNotEqualTo(made.feedKey());
        assertThat(grown.serviceToken()).isEqualTo(made.serviceToken());
        assertThat(Secrets.of(house)).isEqualTo(grown);
        assertThat(permissions(house.secrets())).isEqualTo("rw-------");
    }

    @Test
    void aServiceIsToldItsOwnSecretsOnly() throws Exception {
        House house = House.of(checkout, Map.of("BROADSHEET_PORT_OFFSET", "7"));
        house.open();
        Secrets secrets = Secrets.of(house);
        var configuration = new Configuration(house, secrets);

        configuration.write("ingest");
        configuration.write("cms-web");
        configuration.write("search");

        Properties ingest = read(configuration.file("ingest"));
        assertThat(ingest)
                .containsEntry("server.address", "127.0.0.1")
                .containsEntry("server.port", "8088")
                .containsEntry("spring.datasource.url", "jdbc:postgresql://127.0.0.1:8439/ingest")
                .containsEntry("spring.datasource.password", secrets.ingestDatabase())
                .containsEntry("broadsheet.ingest.folder.root", house.feeds().toString())
                .containsEntry("broadsheet.ingest.feed.key", secrets.feedKey());
        assertThat(ingest.values()).doesNotContain(secrets.cmsDatabase(), secrets.postgresql());
        assertThat(read(configuration.file("cms-web")))
                .containsEntry("broadsheet.cms.house.internal-port", "8097")
                .containsEntry("broadsheet.cms.wire.address", "http://127.0.0.1:8088")
                .containsEntry("broadsheet.cms.related.address", "http://127.0.0.1:8089");
        assertThat(read(configuration.file("search")))
                .containsEntry("spring.elasticsearch.uris", "http://127.0.0.1:8207")
                .containsEntry("broadsheet.search.publication-log.address", "http://127.0.0.1:8097");
        assertThat(permissions(configuration.file("cms-web"))).isEqualTo("rw-------");
    }

    @Test
    void aHomeWithAnUnusualNameIsToldAsItIs() throws Exception {
        House house = House.of(
                checkout,
                Map.of("BROADSHEET_HOME", checkout.resolve("Tårnby \\ news").toString()));
        house.open();
        var configuration = new Configuration(house, Secrets.of(house));

        configuration.write("ingest");

        assertThat(read(configuration.file("ingest")))
                .containsEntry("broadsheet.ingest.folder.root", house.feeds().toString());
    }

    @Test
    void twoCommandsDoNotStartAndStopAtOnce() {
        House house = House.of(checkout, Map.of());
        house.open();

        try (HouseLock held = HouseLock.take(house)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> HouseLock.take(house))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("is at work");
        }
        HouseLock.take(house).close();
    }

    private static Properties read(Path file) throws Exception {
        var read = new Properties();
        // As Spring reads it: Latin-1.
        try (var stream = Files.newInputStream(file)) {
            read.load(stream);
        }
        return read;
    }

    private static String permissions(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}

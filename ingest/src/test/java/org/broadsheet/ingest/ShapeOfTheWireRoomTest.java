package org.broadsheet.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Repository;
import org.springframework.web.bind.annotation.RestController;

class ShapeOfTheWireRoomTest {

    private static JavaClasses ours;

    @BeforeAll
    static void readTheClasses() {
        ours = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.broadsheet.ingest");
        assertThat(ours.size()).isGreaterThan(50);
    }

    @Test
    void controllersArePackagePrivateAndNamedSo() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .bePackagePrivate()
                .andShould()
                .haveSimpleNameEndingWith("Controller")
                .check(ours);
    }

    @Test
    void onlyRepositoriesAndTheHouseSpeakSql() {
        noClasses()
                .that()
                .areNotAnnotatedWith(Repository.class)
                .and()
                .doNotHaveSimpleName("DatabaseConcern")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.jdbc.core.simple.JdbcClient")
                .check(ours);
    }

    @Test
    void nothingReadsTheClockDirectly() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(ours);
    }

    @Test
    void onlyTheMarkupReadersKnowTheParsers() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.broadsheet.ingest.markup..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.xml.stream..", "com.ctc.wstx..", "org.jsoup..")
                .check(ours);
    }

    @Test
    void transportsKnowNoFormatAndFormatsNoTransport() {
        noClasses()
                .that()
                .resideInAPackage("org.broadsheet.ingest.folder..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.broadsheet.ingest.format..",
                        "org.broadsheet.ingest.newsmlg2..",
                        "org.broadsheet.ingest.picture..")
                .check(ours);
        noClasses()
                .that()
                .resideInAnyPackage("org.broadsheet.ingest.newsmlg2..", "org.broadsheet.ingest.markup..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.broadsheet.ingest.folder..", "org.broadsheet.ingest.payload..")
                .check(ours);
    }

    @Test
    void transportsThatFetchKnowNoFormat() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.broadsheet.ingest.push..",
                        "org.broadsheet.ingest.poll..",
                        "org.broadsheet.ingest.remote..",
                        "org.broadsheet.ingest.sftp..",
                        "org.broadsheet.ingest.ftp..",
                        "org.broadsheet.ingest.imap..",
                        "org.broadsheet.ingest.fetch..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(org.broadsheet.ingest.format.Format.class)
                .check(ours);
    }

    @Test
    void onlyTheGuardedCallsOpenLines() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.broadsheet.ingest.fetch..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "org.apache.hc..")
                .orShould()
                .callMethod(java.net.InetAddress.class, "getByName", String.class)
                .orShould()
                .callMethod(java.net.InetAddress.class, "getAllByName", String.class)
                .orShould()
                .callMethod(java.net.URL.class, "openConnection")
                .orShould()
                .callMethod(java.net.URL.class, "openStream")
                .check(ours);
    }

    @Test
    void nothingIsCalledManagerOrHelper() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Impl|DTO|Dto|Utils?)$")
                .check(ours);
    }

    @Test
    void theFeaturesDependOnEachOtherInOneDirection() {
        ApplicationModules.of(IngestService.class).verify();
    }
}

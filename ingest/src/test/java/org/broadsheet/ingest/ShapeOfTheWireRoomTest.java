package org.broadsheet.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Repository;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "org.broadsheet.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
class ShapeOfTheWireRoomTest {

    @ArchTest
    static final ArchRule controllersArePackagePrivate =
            classes().that().areAnnotatedWith(RestController.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule controllersAreNamedSo =
            classes().that().areAnnotatedWith(RestController.class).should().haveSimpleNameEndingWith("Controller");

    @ArchTest
    static final ArchRule onlyRepositoriesAndTheHouseSpeakSql = noClasses()
            .that()
            .areNotAnnotatedWith(Repository.class)
            .and()
            .doNotHaveSimpleName("DatabaseConcern")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.springframework.jdbc.core.simple.JdbcClient");

    @ArchTest
    static final ArchRule nothingReadsTheClockDirectly = noClasses()
            .that()
            .resideInAPackage("org.broadsheet.ingest..")
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
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule onlyTheMarkupReadersKnowTheParsers = noClasses()
            .that()
            .resideOutsideOfPackage("org.broadsheet.ingest.markup..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.xml.stream..", "com.ctc.wstx..", "org.jsoup..");

    @ArchTest
    static final ArchRule nothingIsCalledManagerOrHelper =
            noClasses().should().haveNameMatching(".*(Manager|Helper|Impl|DTO|Dto|Utils?)$");

    @Test
    void theFeaturesDependOnEachOtherInOneDirection() {
        ApplicationModules.of(IngestService.class).verify();
    }
}

package org.broadsheet.search;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RestController;

/// The shape of the library.
@AnalyzeClasses(packages = "org.broadsheet.search", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule controllersArePackagePrivate =
            classes().that().areAnnotatedWith(RestController.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule onlyTheIndexAndTheTwoWhoAskItSpeakToElasticsearch = noClasses()
            .that()
            .resideOutsideOfPackages("..search.index..", "..search.find..", "..search.related..", "..search.twin..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("co.elastic..", "org.elasticsearch..");

    @ArchTest
    static final ArchRule onlyTheIndexWritesToElasticsearch = noClasses()
            .that()
            .resideOutsideOfPackage("..search.index..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("co.elastic.clients.elasticsearch.core.BulkRequest")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("co.elastic.clients.elasticsearch.core.IndexRequest");

    @ArchTest
    static final ArchRule nothingReadsTheClockDirectly = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule onlyTheHouseSetsTheClock = noClasses()
            .that()
            .resideOutsideOfPackage("..search.house..")
            .should()
            .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule nothingIsKeptInADatabase =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..");

    @Test
    void thePartsKeepToTheirBounds() {
        ApplicationModules.of(SearchService.class).verify();
    }
}

package org.broadsheet.cms;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
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
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/// What holds the shape of this service.
@AnalyzeClasses(packagesOf = CmsWebService.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ShapeTest {

    @Test
    void featuresUseOnlyWhatOthersOffer() {
        ApplicationModules.of(CmsWebService.class).verify();
    }

    @ArchTest
    static final ArchRule controllersArePackagePrivate = classes()
            .that()
            .areAnnotatedWith(Controller.class)
            .or()
            .areAnnotatedWith(RestController.class)
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule nothingReadsTheClockDirectly = noClasses()
            .that()
            .resideInAPackage("org.broadsheet.cms..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    @ArchTest
    static final ArchRule onlySearchSpeaksToElasticsearch = noClasses()
            .that()
            .resideInAPackage("org.broadsheet.cms..")
            .should()
            .dependOnClassesThat(are(resideInAPackage("co.elastic..")).or(resideInAPackage("org.elasticsearch..")));

    @ArchTest
    static final ArchRule settingsAreRecordsOfTheirFeature = classes()
            .that()
            .areAnnotatedWith(ConfigurationProperties.class)
            .should()
            .beRecords();

    @ArchTest
    static final ArchRule nothingIsInjectedByValue = fields().that()
            .areDeclaredInClassesThat()
            .resideInAPackage("org.broadsheet.cms..")
            .should()
            .notBeAnnotatedWith(Value.class);

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .that()
            .resideInAPackage("org.broadsheet.cms..")
            .should()
            .haveNameMatching(".*(Manager|Helper|Impl|DTO|Dto|Util|Utils)");
}

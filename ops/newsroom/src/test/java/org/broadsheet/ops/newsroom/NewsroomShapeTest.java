package org.broadsheet.ops.newsroom;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;

@AnalyzeClasses(packages = "org.broadsheet.ops.newsroom", importOptions = ImportOption.DoNotIncludeTests.class)
class NewsroomShapeTest {

    @ArchTest
    static final ArchRule nothingReadsTheClockDirectly = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule theNewsroomIsPlainJava = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "java.net.http..");

    @ArchTest
    static final ArchRule thePainterKnowsNothingOfTheWire = noClasses()
            .that()
            .resideInAPackage("..painting..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.broadsheet.ops.newsroom");
}

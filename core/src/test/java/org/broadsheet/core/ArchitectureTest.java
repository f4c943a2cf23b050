package org.broadsheet.core;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.broadsheet.core");

    private static final Set<String> CLOCK_READERS =
            Set.of("now", "currentTimeMillis", "systemUTC", "systemDefaultZone");

    @Test
    void coreIsPlainJava() {
        ArchRule rule = classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.broadsheet.core..",
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "java.text..",
                        "java.nio.charset..",
                        "java.security..",
                        "com.fasterxml.jackson.annotation..",
                        "org.jspecify.annotations..");

        rule.check(CORE);
        assertThat(CORE).hasSizeGreaterThan(60);
    }

    @Test
    void nothingReadsTheClockDirectly() {
        ArchRule rule = noClasses()
                .should()
                .callMethodWhere(describe(
                        "reads the clock", (JavaCall<?> call) -> readsTheClock(call.getTargetOwner(), call.getName())));

        rule.check(CORE);
        // The rule knows a reader of the clock when it sees one.
        assertThat(readsTheClock(CORE_AND_JDK.get(Instant.class), "now")).isTrue();
        assertThat(readsTheClock(CORE_AND_JDK.get(LocalDate.class), "now")).isTrue();
        assertThat(readsTheClock(CORE_AND_JDK.get(Clock.class), "systemUTC")).isTrue();
        assertThat(readsTheClock(CORE_AND_JDK.get(System.class), "currentTimeMillis"))
                .isTrue();
        assertThat(readsTheClock(CORE_AND_JDK.get(System.class), "nanoTime")).isFalse();
    }

    @Test
    void everyPackageSaysWhatItIsAndMarksItsNulls() {
        Set<String> packages =
                CORE.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        Set<String> marked = CORE.stream()
                .filter(type -> type.getSimpleName().equals("package-info"))
                .filter(type -> type.isAnnotatedWith(NullMarked.class))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(packages)
                .contains("org.broadsheet.core.story", "org.broadsheet.core.log", "org.broadsheet.core.spelling");
        assertThat(marked).isEqualTo(packages);
    }

    @Test
    void packagesDoNotGoInCircles() {
        slices().matching("org.broadsheet.core.(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void namesSayWhatAThingIsInTheNewsroom() {
        ArchRule rule =
                noClasses().should().haveNameMatching(".*(Manager|Helper|Impl|DTO|Dto|Util|Utils|Service|Factory)");

        rule.check(CORE);
    }

    @Test
    void grammarsAreOpenedByTheirReadMethod() {
        ArchRule rule = methods()
                .that()
                .areDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Grammar")
                .and()
                .arePublic()
                .should(beStaticAndCalledReadOrSplitOff());

        rule.check(CORE);
        assertThat(CORE.stream().filter(type -> type.getSimpleName().endsWith("Grammar")))
                .hasSize(6);
    }

    private static final JavaClasses CORE_AND_JDK =
            new ClassFileImporter().importClasses(Instant.class, LocalDate.class, Clock.class, System.class);

    private static boolean readsTheClock(JavaClass owner, String method) {
        boolean time = owner.getPackageName().startsWith("java.time") || owner.isEquivalentTo(System.class);
        boolean date = owner.getFullName().equals("java.util.Date") && method.equals("<init>");
        return date || (time && CLOCK_READERS.contains(method));
    }

    private static ArchCondition<JavaMethod> beStaticAndCalledReadOrSplitOff() {
        return new ArchCondition<>("be static and called read or splitOff") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean good = method.getModifiers().contains(JavaModifier.STATIC)
                        && Set.of("read", "splitOff").contains(method.getName());
                events.add(new SimpleConditionEvent(method, good, method.getFullName()));
            }
        };
    }
}

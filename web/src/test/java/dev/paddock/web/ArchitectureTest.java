package dev.paddock.web;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;

/** Five rules that the compiler cannot hold, and no more. */
class ArchitectureTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar") && !location.contains("test-classes"))
            .importPackages("dev.paddock");

    /** What pages share whatever they show. */
    private static final DescribedPredicate<JavaClass> SHARED_BY_PAGES = JavaClass.Predicates.resideInAnyPackage(
            "dev.paddock.web.live..",
            "dev.paddock.web.security..",
            "dev.paddock.web.errors..",
            "dev.paddock.web.parts..",
            "dev.paddock.web.markdown..",
            "dev.paddock.web.wire..");

    @Test
    void repositoriesAreTheirModulesOwn() {
        classes()
                .that()
                .areAssignableTo(Repository.class)
                .should()
                .notBePublic()
                .check(OURS);
    }

    @Test
    void controllersAreNobodysToCall() {
        classes()
                .that(are(annotatedWith(Controller.class).or(metaAnnotatedWith(Controller.class))))
                .should()
                .notBePublic()
                .check(OURS);
    }

    @Test
    void onlyTheirModuleMakesEntities() {
        constructors()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .notBePublic()
                .check(OURS);
    }

    @Test
    void pagesOfOneFeatureDoNotUseThoseOfAnother() {
        slices().matching("dev.paddock.web.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(DescribedPredicate.alwaysTrue(), SHARED_BY_PAGES)
                .check(OURS);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields().should().beAnnotatedWith(Autowired.class).check(OURS);
    }
}

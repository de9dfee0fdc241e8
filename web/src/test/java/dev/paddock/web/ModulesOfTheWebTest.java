package dev.paddock.web;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The same rules as in the backend, with web above them: it sees what modules offer, and nobody sees web. */
class ModulesOfTheWebTest {

    private static final DescribedPredicate<JavaClass> REWARD_MODEL =
            JavaClass.Predicates.resideInAPackage("dev.paddock.rewardmodel..");

    /** Packaged, the backend's tests come as a jar, whose classes Modulith takes for the platform's. */
    private static final DescribedPredicate<JavaClass> TESTS = DescribedPredicate.describe(
            "come from a jar of tests",
            type -> type.getSource()
                    .map(source -> source.getUri().toString().contains("-tests.jar"))
                    .orElse(false));

    @Test
    void webUsesWhatModulesOffer() {
        ApplicationModules.of("dev.paddock", REWARD_MODEL.or(TESTS)).verify();
    }
}

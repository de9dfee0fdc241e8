package dev.paddock;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Each module uses those that its package-info allows, and nothing of their insides. */
class ModularityTest {

    /** The reward-model jar is no module of the platform: plain Java that knows nothing of it. */
    private static final DescribedPredicate<JavaClass> REWARD_MODEL =
            JavaClass.Predicates.resideInAPackage("dev.paddock.rewardmodel..");

    @Test
    void modulesUseEachOtherAsAllowed() {
        ApplicationModules.of("dev.paddock", REWARD_MODEL).verify();
    }
}

package dev.feedforward;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.springframework.stereotype.Repository;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "dev.feedforward", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureRulesTests {

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.feedforward.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theNetworkDependsOnTheJdkAlone = classes()
            .that()
            .resideInAPackage("dev.feedforward.nn..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.feedforward.nn..", "java..", "jdk.incubator.vector", "org.jspecify.annotations");

    @ArchTest
    static final ArchRule oneClassNamesTheVectorApi = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.feedforward.nn.kernel.VectorKernels")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jdk.incubator..");

    @ArchTest
    static final ArchRule theKernelsKnowNoNetwork = noClasses()
            .that()
            .resideInAPackage("dev.feedforward.nn.kernel..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.feedforward.nn");

    @ArchTest
    static final ArchRule arrowsRunOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("training")
            .definedBy("dev.feedforward.training..")
            .layer("insight")
            .definedBy("dev.feedforward.insight..")
            .layer("evaluation")
            .definedBy("dev.feedforward.evaluation..")
            .layer("model")
            .definedBy("dev.feedforward.model..")
            .layer("dataset")
            .definedBy("dev.feedforward.dataset..")
            .layer("nn")
            .definedBy("dev.feedforward.nn..")
            .layer("web")
            .definedBy("dev.feedforward.web..")
            .whereLayer("training")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("insight")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("evaluation")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("web")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers("training", "insight", "evaluation")
            .whereLayer("dataset")
            .mayOnlyBeAccessedByLayers("training", "insight", "evaluation", "model")
            .whereLayer("nn")
            .mayOnlyBeAccessedByLayers("training", "insight", "evaluation", "model", "dataset");

    @ArchTest
    static final ArchRule theWebKnowsNoFeature = noClasses()
            .that()
            .resideInAPackage("dev.feedforward.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.feedforward.training..",
                    "dev.feedforward.insight..",
                    "dev.feedforward.evaluation..",
                    "dev.feedforward.model..",
                    "dev.feedforward.dataset..",
                    "dev.feedforward.nn..");

    @ArchTest
    static final ArchRule errorsDependOnTheJdkAlone = classes()
            .that()
            .resideInAPackage("dev.feedforward.error..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.feedforward.error..", "java..", "org.jspecify.annotations");

    @ArchTest
    static final ArchRule httpStaysInControllersAndTheWeb = noClasses()
            .that()
            .resideOutsideOfPackage("dev.feedforward.web..")
            .and()
            .areNotAnnotatedWith(RestController.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.servlet..",
                    "org.springframework.http..",
                    "org.springframework.web.bind..",
                    "org.springframework.web.servlet..");

    /** Package database opens, checks and copies the database, and knows its exceptions, for everybody else. */
    @ArchTest
    static final ArchRule sqlStaysInRepositories = noClasses()
            .that()
            .areNotAnnotatedWith(Repository.class)
            .and()
            .resideOutsideOfPackage("dev.feedforward.database..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..");

    @ArchTest
    static final ArchRule nothingDependsOnAController = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .onlyHaveDependentClassesThat(nestedInAController());

    private static DescribedPredicate<JavaClass> nestedInAController() {
        return describe(
                "nested in a controller",
                type -> type.getEnclosingClass()
                        .map(outer -> outer.isAnnotatedWith(RestController.class))
                        .orElse(false));
    }

    @ArchTest
    static final ArchRule timeAndChanceAreInjected = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");
}

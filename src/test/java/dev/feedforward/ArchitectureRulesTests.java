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
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Repository;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "dev.feedforward", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureRulesTests {

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.feedforward.(**)").should().beFreeOfCycles();

    /**
     * What other houses may use of the rooms within a house. All else there serves its own house alone, though Java has
     * it public for the room next door.
     */
    private static final Map<String, Set<String>> DOORS = Map.ofEntries(
            door("database.embedded", "Backup", "DataDirectory"),
            door("database.fault", "DamagedException", "DatabaseFault"),
            door("database.server", "DatabaseWait"),
            door("database.verification", "StoredTable", "Verifiable", "Verification"),
            door(
                    "dataset.builtin",
                    "AnsweredRows",
                    "BuiltInSet",
                    "BuiltInSets",
                    "CourseExample",
                    "Drawing",
                    "Generated",
                    "SetLayout"),
            door(
                    "dataset.encoding",
                    "Classes",
                    "Encoding",
                    "InputColumn",
                    "InputColumns",
                    "Standardization",
                    "TableInputs"),
            door("dataset.rows", "Answers", "AskedRows", "ImageSize", "PlainNumbers", "Rows", "TableAnswers"),
            door("dataset.store", "Dataset", "DatasetDefinition", "DatasetUses"),
            door("dataset.table", "Column", "DataWarning", "Fingerprint", "Part", "Split", "Table"),
            door("dataset.upload", "UploadParameters", "UploadedFile"),
            door("json.name", "NearestName", "PlainName"),
            door("model.metrics", "ClassFigures", "Figures", "Metrics", "ModelEvaluator", "OutputMeaning"),
            door(
                    "model.settings",
                    "ClippingSettings",
                    "EarlyStoppingSettings",
                    "OptimizerSettings",
                    "ScheduleSettings",
                    "TrainingSettings"),
            door(
                    "model.store",
                    "Definition",
                    "Model",
                    "ModelRef",
                    "ModelRepository",
                    "ModelRows",
                    "ModelUses",
                    "Models",
                    "Moment",
                    "Moments",
                    "Provenance",
                    "RowsPlace",
                    "SeenRows",
                    "WeightHistory",
                    "WhichModel"),
            door("nn.data", "Matrix", "RowSource", "Samples"),
            door("nn.kernel", "Kernels"),
            door("nn.random", "SplitMix64"),
            door(
                    "nn.training",
                    "Checkpoint",
                    "EarlyStopping",
                    "LearningRateSchedule",
                    "Optimizer",
                    "Regularization",
                    "Trainer",
                    "TrainingListener",
                    "TrainingOutcome",
                    "TrainingPlan",
                    "TrainingRows"),
            door("plot.curve", "Curve", "Curves", "Scatter", "Thinning"),
            door("plot.sheet", "Bars", "CountTable", "HeatMap", "ImageSheet"));

    @ArchTest
    static final ArchRule roomsAreEnteredFromOtherHousesByTheirDoorsAlone =
            classes().that(resideInARoomWithinAHouse()).should(beUsedFromOtherHousesOnlyIfTheyAreDoors());

    private static Map.Entry<String, Set<String>> door(String room, String... types) {
        return Map.entry(room, Set.of(types));
    }

    private static DescribedPredicate<JavaClass> resideInARoomWithinAHouse() {
        return describe("reside in a room within a house", type -> room(type).contains("."));
    }

    private static ArchCondition<JavaClass> beUsedFromOtherHousesOnlyIfTheyAreDoors() {
        return new ArchCondition<>("be used from other houses only if they are doors") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (DOORS.getOrDefault(room(type), Set.of()).contains(outermost(type))) {
                    return;
                }
                type.getDirectDependenciesToSelf().stream()
                        .filter(use -> !house(use.getOriginClass()).equals(house(type)))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(type, use.getDescription())));
            }
        };
    }

    /** Such as {@code training.job}. */
    private static String room(JavaClass type) {
        return type.getPackageName().replaceFirst("^dev\\.feedforward\\.?", "");
    }

    private static String house(JavaClass type) {
        return room(type).replaceFirst("\\..*", "");
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureRulesTests::outermost).orElse(type.getSimpleName());
    }

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
            .resideInAnyPackage("dev.feedforward.nn", "dev.feedforward.nn.training..", "dev.feedforward.nn.data..");

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

package dev.switchboard;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import dev.switchboard.bus.CommandListener;
import dev.switchboard.bus.Format;
import jakarta.ejb.MessageDriven;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "dev.switchboard", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] CORE = {
    "dev.switchboard.platform..",
    "dev.switchboard.stream..",
    "dev.switchboard.bus..",
    "dev.switchboard.realtime.."
  };

  /** Every package beside the core is a feature. */
  @ArchTest
  static final ArchRule features_do_not_use_each_other =
      slices()
          .matching("dev.switchboard.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(alwaysTrue(), resideInAnyPackage(CORE));

  @ArchTest
  static final ArchRule the_core_knows_no_feature =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("dev.switchboard..").and(not(resideInAnyPackage(CORE))));

  @ArchTest
  static final ArchRule the_platform_knows_no_word_of_the_business =
      noClasses()
          .that()
          .resideInAPackage("dev.switchboard.platform..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("dev.switchboard..")
                  .and(not(resideInAnyPackage("dev.switchboard.platform.."))));

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("dev.switchboard.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule only_the_bus_and_listeners_speak_jms =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.switchboard.bus..")
          .and()
          .haveSimpleNameNotEndingWith("Listener")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.jms..");

  @ArchTest
  static final ArchRule only_realtime_speaks_websocket =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.switchboard.realtime..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.websocket..");

  @ArchTest
  static final ArchRule listeners_make_one_call =
      classes()
          .that()
          .haveSimpleNameEndingWith("Listener")
          .and()
          .doNotHaveModifier(JavaModifier.ABSTRACT)
          .should()
          .bePublic()
          .andShould()
          .beAnnotatedWith("jakarta.ejb.MessageDriven");

  @ArchTest
  static final ArchRule listeners_leave_what_this_release_cannot_read =
      classes()
          .that()
          .areAnnotatedWith(MessageDriven.class)
          .and()
          .areAssignableTo(CommandListener.class)
          .should(
              ArchCondition.from(
                  DescribedPredicate.<JavaClass>describe(
                      "select the formats that are read",
                      type ->
                          Arrays.stream(
                                  type.reflect()
                                      .getAnnotation(MessageDriven.class)
                                      .activationConfig())
                              .anyMatch(
                                  property ->
                                      property.propertyName().equals("messageSelector")
                                          && property.propertyValue().equals(Format.READ)))));

  @ArchTest
  static final ArchRule what_touches_entities_runs_in_a_transaction =
      classes()
          .that()
          .haveSimpleNameEndingWith("Repository")
          .should()
          .beAnnotatedWith("jakarta.transaction.Transactional");

  /** RESTEasy asks for one, even where CDI makes the object. */
  @ArchTest
  static final ArchRule resources_have_a_public_constructor =
      classes()
          .that()
          .haveSimpleNameEndingWith("Resource")
          .should(
              ArchCondition.from(
                  DescribedPredicate.<JavaClass>describe(
                      "have a public constructor",
                      type ->
                          type.getConstructors().stream()
                              .anyMatch(
                                  made -> made.getModifiers().contains(JavaModifier.PUBLIC)))));

  @ArchTest
  static final ArchRule time_is_injected =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Clock")
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  /** The audit runs from its own command, without a JSON-B. */
  @ArchTest
  static final ArchRule json_comes_from_a_provider_that_is_looked_up_once =
      noClasses()
          .that()
          .resideOutsideOfPackages("..platform.json..", "..audit..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("jakarta.json.Json");

  @ArchTest static final ArchRule nothing_sleeps = noClassesSleep();

  /** Tests wait until something is so, and a browser does not wait for a time either. */
  @Test
  void no_test_sleeps() {
    noClassesSleep().check(tests());
  }

  @Test
  void all_tests_wait_alike() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.switchboard.Waiting")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.awaitility.Awaitility")
        .check(tests());
  }

  private static JavaClasses tests() {
    return new ClassFileImporter()
        .withImportOption(new OnlyIncludeTests())
        .importPackages("dev.switchboard");
  }

  private static ArchRule noClassesSleep() {
    return noClasses()
        .should()
        .callMethodWhere(target(name("sleep")).or(target(name("waitForTimeout"))))
        .because("what is waited for is a condition");
  }
}

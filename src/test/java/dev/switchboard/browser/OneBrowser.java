package dev.switchboard.browser;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts each browser once, and closes the windows that a test has opened in it. */
final class OneBrowser implements ExecutionCondition, ParameterResolver, AfterEachCallback {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return Chromium.find()
        .map(path -> ConditionEvaluationResult.enabled("Chromium is " + path))
        .orElseGet(
            () ->
                ConditionEvaluationResult.disabled(
                    "No Chromium is installed: there is none in PATH, and "
                        + Chromium.VARIABLE
                        + " names none"));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Browsers.class;
  }

  @Override
  public Browsers resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.GLOBAL)
        .getOrComputeIfAbsent(
            BrowserLock.browserOf(context.getRequiredTestClass()),
            key -> Browsers.start(Chromium.find().orElseThrow()),
            Browsers.class);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Browsers browsers =
        context
            .getRoot()
            .getStore(Namespace.GLOBAL)
            .get(BrowserLock.browserOf(context.getRequiredTestClass()), Browsers.class);
    if (browsers != null) {
      browsers.closeWindows();
    }
  }
}

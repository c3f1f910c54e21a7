package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostic;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.List;

/** All rules about one system; {@code docs/diagnostics.md} has the table. */
public final class SystemChecks {

  static final List<Rule> RULES =
      List.of(
          new UnknownEvent(),
          new UnknownMajor(),
          new UnknownEntity(),
          new UnknownWorker(),
          new UnknownDependency(),
          new UnknownBucket(),
          new UnknownBus(),
          new UnknownRead(),
          new UnknownSchemaFile(),
          new NotAnObject(),
          new UnknownPath(),
          new KeyNotRequired(),
          new KeyNotText(),
          new SortField(),
          new WrongIdentifier(),
          new SubjectNotText(),
          new RequiredSecret(),
          new SealedKey(),
          new WhereValue(),
          new StepWithoutUndo(),
          new SubscribedStep(),
          new SharedStep(),
          new RepeatedStep(),
          new StepInput(),
          new SagaPathUnknown(),
          new LostInBranch(),
          new MisplacedPointOfNoReturn(),
          new ReturnsWithoutEmits(),
          new StepTimeout(),
          new StepHeartbeat(),
          new SagaTooLong(),
          new ExpressSaga(),
          new ExpressTooLong(),
          new ExpressLoses(),
          new SagaStateTooLarge(),
          new SagaTooManyEvents(),
          new SecretInState(),
          new NestedSaga(),
          new RepeatedEvent(),
          new FeedbackLoop(),
          new DependencyTimeout(),
          new UnreachableBreaker(),
          new EmitsWithoutChanges(),
          new IdleWorker(),
          new ChannelWithoutTrigger(),
          new SharedState(),
          new NoGroup(),
          new DependencyOnDirect(),
          new NeedsWithoutRule(),
          new ClaimedData(),
          new OptionalNeed(),
          new IncompleteNeeds(),
          new WindowFold(),
          new ConditionPath(),
          new ConditionValue(),
          new UnorderedEvent(),
          new PartialOrder(),
          new NothingDrains(),
          new TriggerWithoutData(),
          new TriggerChannel(),
          new PlainCondition(),
          new RouteMethod(),
          new RouteParameter(),
          new RouteEvent(),
          new RouteAnswer(),
          new RouteHeartbeat(),
          new SameRoute(),
          new SlowRoute(),
          new CallerWithoutToken(),
          new UnusedCaller(),
          new RestTokens(),
          new CorsCredentials(),
          new CorsOrigins(),
          new UnsequencedEvent(),
          new EventTooLarge(),
          new UnboundedText(),
          new UnboundedList(),
          new EmbeddedEntity(),
          new MissingDescription(),
          new AcceptanceWithoutReason(),
          new UnknownAcceptance(),
          new UnusedAcceptance(),
          new UnusedEvent(),
          new UnusedEntity(),
          new UnusedDependency(),
          new SameName(),
          new ReservedName(),
          new SharedClass(),
          new MissingClass(),
          new PrivatePush());

  private SystemChecks() {}

  /** What every rule finds. */
  public static List<Diagnostic> check(SystemUnderCheck system) {
    Diagnostics found = new Diagnostics();
    RULES.forEach(rule -> rule.check(system, found));
    return found.list();
  }
}

namespace Integration.Mapping.Flows;

/// <summary>Every order is asked about at a scoring service before the rules look at it.</summary>
/// <param name="Deadline">How long an answer may take.</param>
/// <param name="Otherwise">What happens without one: <see cref="FlowDecision.Hold"/> or <see cref="FlowDecision.Pass"/>.</param>
public sealed record ExternalScreening(TimeSpan Deadline, FlowDecision Otherwise);

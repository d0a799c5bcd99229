namespace Integration.Mapping.Flows;

/// <summary>Somebody is to be told of an order; the order goes on.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Reason">Its reason in plain words, as the document gives it; no value of the order is in it.</param>
/// <param name="Channels">Names of channels, configured where alerts are; empty for the way that alerts take.</param>
public sealed record FlowNotice(string Rule, string Reason, IReadOnlyList<string> Channels);

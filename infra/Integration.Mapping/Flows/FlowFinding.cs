namespace Integration.Mapping.Flows;

/// <summary>A rule that applied.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Reason">Its reason in plain words, as the document gives it; no value of the order is in it.</param>
public sealed record FlowFinding(string Rule, string Reason);

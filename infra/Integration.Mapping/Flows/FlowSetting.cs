namespace Integration.Mapping.Flows;

/// <summary>A value that a rule gives an order.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Path">One of <see cref="SettableFields"/>.</param>
/// <param name="Value">The value as text; null takes the field away.</param>
/// <param name="IsComputed">True when an expression gave it, so that it may hold personal data and is never shown.</param>
public sealed record FlowSetting(string Rule, string Path, string? Value, bool IsComputed);

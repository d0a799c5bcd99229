using Integration.Mapping.Jsonata;

namespace Integration.Mapping.Flows;

/// <summary>A rule: a condition, and what follows if it holds.</summary>
public sealed record FlowRule
{
    /// <summary>Its name, unique in the document.</summary>
    public required string Name { get; init; }

    /// <summary>The condition over the canonical order; without one the rule always applies.</summary>
    public JsonataExpression? When { get; init; }

    /// <summary>What it does.</summary>
    public required FlowAction Action { get; init; }

    /// <summary>Why, in plain words for the operator.</summary>
    public required string Reason { get; init; }

    /// <summary>What a <see cref="FlowAction.Set"/> rule sets.</summary>
    public IReadOnlyList<FlowAssignment> Set { get; init; } = [];

    /// <summary>Whom a <see cref="FlowAction.Notify"/> rule tells, by name; empty for the way that alerts take.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>True when it is meant to stop many orders in a row, so that this never pauses the lane.</summary>
    public bool Often { get; init; }
}

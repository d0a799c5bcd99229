using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Mapping.Flows;

namespace Integration.OrderToCash.Screening;

/// <summary>What the rules of a flow document make of an order.</summary>
public sealed record ScreeningResult
{
    /// <summary>What they ask for.</summary>
    public required ScreeningVerdict Verdict { get; init; }

    /// <summary>Why, in plain words for the operator, each with the rule that it comes from; empty when the order passes.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>The order with the values that rules set.</summary>
    public required Order Order { get; init; }

    /// <summary>What was set, in plain words without personal data.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>Whom to tell.</summary>
    public IReadOnlyList<FlowNotice> Notices { get; init; } = [];

    /// <summary>See <see cref="FlowVerdict.Suspects"/>.</summary>
    public IReadOnlyList<string> Suspects { get; init; } = [];

    /// <summary>Version of the flow document.</summary>
    public required string Version { get; init; }
}

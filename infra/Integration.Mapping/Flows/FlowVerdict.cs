namespace Integration.Mapping.Flows;

/// <summary>What the rules of a flow document say about one order.</summary>
public sealed record FlowVerdict
{
    /// <summary>The gravest of all rules that applied.</summary>
    public required FlowDecision Decision { get; init; }

    /// <summary>Rules that hold the order, those that could not be evaluated included.</summary>
    public required IReadOnlyList<FlowFinding> Holds { get; init; }

    /// <summary>Rules that reject the order.</summary>
    public required IReadOnlyList<FlowFinding> Rejects { get; init; }

    /// <summary>Rules that want somebody told.</summary>
    public required IReadOnlyList<FlowNotice> Notices { get; init; }

    /// <summary>Values to set, each path once: a later rule overrides an earlier one.</summary>
    public required IReadOnlyList<FlowSetting> Settings { get; init; }

    /// <summary>
    /// Rules that stopped the order and are not meant to stop every one: a condition that holds, or one that cannot be evaluated. Many
    /// orders in a row stopped by the same one mean that the rule is wrong.
    /// </summary>
    public required IReadOnlyList<string> Suspects { get; init; }

    /// <summary>The reasons of <see cref="Decision"/>: of the rejecting rules if it is rejected, else of the holding ones.</summary>
    public IReadOnlyList<string> Reasons => [.. (Decision == FlowDecision.Reject ? Rejects : Holds).Select(finding => finding.Reason)];
}

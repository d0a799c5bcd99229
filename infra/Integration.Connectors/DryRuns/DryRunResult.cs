using System.Text.Json.Nodes;
using Integration.Contracts.Operations;

namespace Integration.Connectors.DryRuns;

/// <summary>What would become of an order.</summary>
public sealed record DryRunResult
{
    /// <summary>The order's number.</summary>
    public required string Number { get; init; }

    /// <summary>The shop's order id.</summary>
    public required string OrderId { get; init; }

    /// <summary>True when the order would be sent as shown.</summary>
    public bool WouldBeSent => Problems.Count == 0 && Stops.Count == 0;

    /// <summary>Id of the mapping document.</summary>
    public required string Mapping { get; init; }

    /// <summary>Its version.</summary>
    public required int Version { get; init; }

    /// <summary>The ERP's document, or what could be mapped of it; personal data is masked unless it was asked for.</summary>
    public required JsonObject Document { get; init; }

    /// <summary>The document with everything in it, for comparing; never shown.</summary>
    internal JsonObject Unmasked { get; init; } = [];

    /// <summary>Problems of the mapping, each with its place and rule, and a total that differs.</summary>
    public required IReadOnlyList<Reason> Problems { get; init; }

    /// <summary>What else keeps it from being sent: the import rule, the flow document, the order itself.</summary>
    public required IReadOnlyList<string> Stops { get; init; }

    /// <summary>The shop's total, with its currency.</summary>
    public required string OrderTotal { get; init; }

    /// <summary>What the mapped document adds up to, or null when it was not mapped.</summary>
    public string? DocumentTotal { get; init; }

    /// <summary>Every code that was looked up.</summary>
    public required IReadOnlyList<LookupUse> Lookups { get; init; }
}

namespace Integration.Contracts.Operations;

/// <summary>A rule of a flow document wants somebody told of a record; the record goes on. The console delivers it.</summary>
public sealed record NoticeRaised
{
    /// <summary>The pair.</summary>
    public required string Pair { get; init; }

    /// <summary>The canonical entity.</summary>
    public required string Entity { get; init; }

    /// <summary>The storefront's record id.</summary>
    public required string RecordId { get; init; }

    /// <summary>What people call the record.</summary>
    public required string Number { get; init; }

    /// <summary>The rule's name.</summary>
    public required string Rule { get; init; }

    /// <summary>The rule's reason, as the document gives it, without personal data.</summary>
    public required string Reason { get; init; }

    /// <summary>Version of the flow document.</summary>
    public required string Version { get; init; }

    /// <summary>Names of channels; empty for the way that alerts take.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The trace it happened in, or empty.</summary>
    public string TraceId { get; init; } = "";
}

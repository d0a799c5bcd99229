namespace Integration.Sandbox.Faults;

/// <summary>
/// When to misbehave and how. A request is hit when every condition given is met; the first rule that takes it
/// decides. Rules live in memory: a restarted stand-in behaves.
/// </summary>
public sealed record FaultRule
{
    /// <summary>Name to remove it by; given by the stand-in when empty.</summary>
    public string Id { get; init; } = "";

    /// <summary>HTTP method, any case; null for all.</summary>
    public string? Method { get; init; }

    /// <summary>Text that path and query contain (decoded, any case); null for all.</summary>
    public string? PathContains { get; init; }

    /// <summary>Text that the body contains (UTF-8, exact); null for all.</summary>
    public string? BodyContains { get; init; }

    /// <summary>What happens.</summary>
    public FaultKind Kind { get; init; }

    /// <summary>Status for <see cref="FaultKind.Status"/>, <see cref="FaultKind.Outage"/>, <see cref="FaultKind.Revoke"/>; 0 is that kind's own.</summary>
    public int Status { get; init; }

    /// <summary>Headers of a made-up answer, such as <c>Retry-After</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>How long to wait where the kind waits; JSON <c>"00:00:05"</c>.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Chance from 0 to 1 that a matching request is hit.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>Matching requests to let pass first.</summary>
    public int Skip { get; init; }

    /// <summary>Most requests to hit; null for no end.</summary>
    public int? Count { get; init; }

    /// <summary>Not before this instant (UTC); null for at once.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Not from this instant on (UTC); null for ever.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Seed of the rule's own dice: the same seed and the same order of requests give the same hits.</summary>
    public int Seed { get; init; }
}

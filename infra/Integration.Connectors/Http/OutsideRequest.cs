namespace Integration.Connectors.Http;

/// <summary>One call to an outside system.</summary>
public sealed record OutsideRequest
{
    /// <summary>HTTP method.</summary>
    public required HttpMethod Method { get; init; }

    /// <summary>Path and query relative to the connection's base address. An absolute address is sent only when it has the connection's own origin.</summary>
    public required string Target { get; init; }

    /// <summary>Makes the body, anew for every attempt; null for none.</summary>
    public Func<HttpContent?>? Content { get; init; }

    /// <summary>Request headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>True when the call changes nothing, so that it may be repeated after a blip. Never set for writes.</summary>
    public bool Safe { get; init; }

    /// <summary>Deadline of one attempt, from the moment that the connection's budget lets it go; null for the connection's own.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>The target as timelines may show it; null to show <see cref="Target"/>. Either is masked by the general rules.</summary>
    public string? MaskedTarget { get; init; }

    /// <summary>Takes the error text out of an answer for the timeline; what it gives is masked. Null notes the status only.</summary>
    public Func<OutsideAnswer.Answered, string?>? ErrorText { get; init; }

    /// <summary>A safe GET of the target.</summary>
    public static OutsideRequest Get(string target) => new() { Method = HttpMethod.Get, Target = target, Safe = true };
}

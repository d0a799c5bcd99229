namespace Integration.Dynamics.Finance.Protocol;

/// <summary>What a list is asked for. The legal entity is added to the filter by the client.</summary>
internal sealed record EntityQuery
{
    /// <summary><c>$filter</c> beside the legal entity, or null.</summary>
    public string? Filter { get; init; }

    /// <summary>True when the filter names a person: it is hidden where the call is shown.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>The fields; <c>dataAreaId</c> is always among them.</summary>
    public required IReadOnlyList<string> Select { get; init; }

    /// <summary><c>$expand</c>, first level only, or null.</summary>
    public string? Expand { get; init; }

    /// <summary><c>$orderby</c>, or null.</summary>
    public string? OrderBy { get; init; }

    /// <summary><c>$top</c>, or null.</summary>
    public int? Top { get; init; }

    /// <summary>Records that a page should hold, or null for the server's own number. A wish: a server may give others.</summary>
    public int? PageSize { get; init; }
}

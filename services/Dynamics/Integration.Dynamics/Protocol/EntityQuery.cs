namespace Integration.Dynamics.Protocol;

/// <summary>What a list is asked for.</summary>
internal sealed record EntityQuery
{
    /// <summary><c>$filter</c>, or null. F&amp;O's client adds the legal entity.</summary>
    public string? Filter { get; init; }

    /// <summary>True when the filter names a person: it is hidden where the call is shown.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>The fields. F&amp;O's client adds <c>dataAreaId</c>.</summary>
    public required IReadOnlyList<string> Select { get; init; }

    /// <summary><c>$expand</c>, or null; F&amp;O knows the first level only.</summary>
    public string? Expand { get; init; }

    /// <summary><c>$orderby</c>, or null.</summary>
    public string? OrderBy { get; init; }

    /// <summary><c>$top</c>, or null.</summary>
    public int? Top { get; init; }

    /// <summary>Records that a page should hold, or null for the server's own number. A wish: a server may give others.</summary>
    public int? PageSize { get; init; }
}

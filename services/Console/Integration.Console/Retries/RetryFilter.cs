namespace Integration.Console.Retries;

/// <summary>Which open attention entries a bulk retry is about; what is null is any.</summary>
public sealed record RetryFilter
{
    /// <summary>The pair.</summary>
    public string? Pair { get; init; }

    /// <summary>The class.</summary>
    public string? Class { get; init; }

    /// <summary>The lookup that has no row.</summary>
    public string? Table { get; init; }

    /// <summary>The code without a row.</summary>
    public string? Code { get; init; }

    /// <summary>The document, such as <c>orders.toErp</c>.</summary>
    public string? Document { get; init; }

    /// <summary>The document's version.</summary>
    public int? Version { get; init; }

    /// <summary>The rule in it.</summary>
    public string? Rule { get; init; }
}

namespace Integration.Tests.Compliance.Erp;

/// <summary>What an ERP promises; the suite tests exactly that.</summary>
public sealed record ErpFeatures
{
    /// <summary>Refuses a second order with the same reference.</summary>
    public required bool UniqueReference { get; init; }

    /// <summary>Items that can be ordered, one of them with letters outside ASCII.</summary>
    public required IReadOnlyList<string> Skus { get; init; }

    /// <summary>Currencies that can be ordered in.</summary>
    public required IReadOnlyList<string> Currencies { get; init; }

    /// <summary>Most calls of one order's write in the steady state, with its look.</summary>
    public int CallsPerOrder { get; init; } = 2;

    /// <summary>Records per page of a sweep.</summary>
    public required int PageSize { get; init; }
}

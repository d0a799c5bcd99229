using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;

namespace Integration.Connectors.Lanes.Stock.Writing;

/// <summary>The storefront's levels by SKU, with or without compare-and-set.</summary>
internal interface IShopLevels
{
    /// <summary>Whether a sale between reading and setting makes the setting fail.</summary>
    bool Compares { get; }

    /// <summary>SKUs that are well written together.</summary>
    int BatchSize { get; }

    /// <summary>Levels by SKU; or why not. <c>Later</c>: which items there are is not known yet.</summary>
    Task<(ILookup<string, StockLevel>? Levels, bool Later, WriteOutcome? Failure)> ReadAsync(IReadOnlyCollection<string> skus, CancellationToken ct);

    /// <summary>Sets levels.</summary>
    Task<IReadOnlyList<StockResult>> SetAsync(IReadOnlyList<StockChange> changes, CancellationToken ct);
}

using Integration.Connectors.Pairs;

namespace Integration.Connectors.Lanes.Stock;

/// <summary>The pairs that have the stock lane, and which of them share an ERP.</summary>
internal sealed class StockPairs(PairCatalog catalog)
{
    /// <summary>Pairs of an ERP connection with the lane switched on.</summary>
    public IReadOnlyList<string> OfErp(string connection) =>
        [.. catalog.Pairs.Where(pair => pair.Lanes.Stock is not null && pair.Erp.Name == connection).Select(pair => pair.Name)];

    /// <summary>The other pairs whose shops sell from the same ERP's stock.</summary>
    public IReadOnlyList<string> Beside(PairDefinition pair) => [.. OfErp(pair.Erp.Name).Where(name => name != pair.Name)];
}

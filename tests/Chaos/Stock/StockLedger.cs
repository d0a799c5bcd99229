namespace Integration.Tests.Chaos.Stock;

/// <summary>Per SKU: pieces that there ever were, pieces sold and not given back, and the shop's level.</summary>
internal sealed record StockLedger(IReadOnlyDictionary<string, (int Supply, int Sold, int Level)> Skus)
{
    /// <summary>Pieces sold that there never were.</summary>
    public int Oversold => Skus.Values.Sum(sku => Math.Max(0, sku.Sold - sku.Supply));

    /// <summary>Pieces sold.</summary>
    public int Sold => Skus.Values.Sum(sku => sku.Sold);

    /// <summary>The shop sells exactly what is left, and nothing of what was oversold.</summary>
    public bool IsExact => Skus.Values.All(sku => sku.Level == Math.Max(0, sku.Supply - sku.Sold));

    public override string ToString() => string.Join(", ", Skus.Select(sku => $"{sku.Key}: supply {sku.Value.Supply}, sold {sku.Value.Sold}, level {sku.Value.Level}"));
}

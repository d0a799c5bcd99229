using System.Text.Json.Nodes;

namespace Integration.Tests.Chaos.Stock;

/// <summary>Per SKU: pieces that there ever were, pieces sold and not given back, and the shop's level.</summary>
internal sealed record StockLedger(IReadOnlyDictionary<string, (int Supply, int Sold, int Level)> Skus)
{
    /// <summary>The ledger by what the shop says.</summary>
    /// <param name="state">All the shop holds.</param>
    /// <param name="supply">SKU → pieces that there ever were.</param>
    public static StockLedger Of(JsonObject state, IReadOnlyDictionary<string, int> supply)
    {
        var sold = state["orders"]!.AsArray().Where(order => IsSale(order!)).SelectMany(order => order!["lines"]!.AsArray())
            .GroupBy(line => line!["sku"]!.ToString()).ToDictionary(same => same.Key, same => same.Sum(line => (int)line!["quantity"]!));
        return new StockLedger(supply.ToDictionary(sku => sku.Key, sku => (sku.Value, sold.GetValueOrDefault(sku.Key), (int)state["stock"]![sku.Key]!)));
    }

    /// <summary>Whether an order of the shop holds its goods: placed, neither cancelled nor declined.</summary>
    public static bool IsSale(JsonNode order) => order["orderNumber"] is not null && order["paymentStatus"]!.ToString() is not ("C" or "D");

    /// <summary>Pieces sold that there never were.</summary>
    public int Oversold => Skus.Values.Sum(sku => Math.Max(0, sku.Sold - sku.Supply));

    /// <summary>Pieces sold.</summary>
    public int Sold => Skus.Values.Sum(sku => sku.Sold);

    /// <summary>The shop sells exactly what is left, and nothing of what was oversold.</summary>
    public bool IsExact => Skus.Values.All(sku => sku.Level == Math.Max(0, sku.Supply - sku.Sold));

    public override string ToString() => string.Join(", ", Skus.Select(sku => $"{sku.Key}: supply {sku.Value.Supply}, sold {sku.Value.Sold}, level {sku.Value.Level}"));
}

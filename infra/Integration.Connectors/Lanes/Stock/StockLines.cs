using System.Text.Json;
using Integration.Contracts.Orders;
using Integration.Contracts.Serialization;
using Integration.Contracts.Stock;

namespace Integration.Connectors.Lanes.Stock;

/// <summary>What orders take, by SKU.</summary>
internal static class StockLines
{
    /// <summary>One entry per SKU.</summary>
    public static IReadOnlyList<StockLine> Of(IEnumerable<OrderLine> lines) =>
        Of(lines.Select(line => new StockLine(line.Sku, line.Quantity)));

    /// <inheritdoc cref="Of(IEnumerable{OrderLine})"/>
    public static IReadOnlyList<StockLine> Of(IEnumerable<StockLine> lines) =>
        [.. lines.Where(line => !string.IsNullOrWhiteSpace(line.Sku)).GroupBy(line => line.Sku.Trim(), StringComparer.Ordinal).Select(same => new StockLine(same.Key, same.Sum(line => line.Quantity)))];

    /// <summary>As stored.</summary>
    public static string Write(IReadOnlyList<StockLine> lines) => JsonSerializer.Serialize(lines, ContractsJson.Options);

    /// <summary>As stored.</summary>
    public static IReadOnlyList<StockLine> Read(string text) => text.Length == 0 ? [] : JsonSerializer.Deserialize<IReadOnlyList<StockLine>>(text, ContractsJson.Options) ?? [];
}

using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Stock;

namespace Integration.XCart.Stock;

/// <summary>Makes a sale of what both APIs show of an order.</summary>
internal static class ShopSale
{
    /// <summary>A cart takes nothing. The shop says by its own mark that it gave the goods back; a fresh order that bears no mark yet will take them in a moment.</summary>
    public static ReadOutcome<Sale> Of(string? number, string? paymentCode, string? stockStatus, IEnumerable<(string? Sku, decimal Amount)> lines) =>
        string.IsNullOrEmpty(number)
            ? new ReadOutcome<Sale>.NotFound()
            : new ReadOutcome<Sale>.Found(new Sale(
                paymentCode is not ("C" or "D") && stockStatus != "increased",
                [.. lines.Where(line => !string.IsNullOrWhiteSpace(line.Sku)).GroupBy(line => line.Sku!.Trim(), StringComparer.Ordinal).Select(same => new StockLine(same.Key, same.Sum(line => line.Amount)))]));

    /// <summary>The read failed.</summary>
    public static ReadOutcome<Sale> Failed(WriteOutcome outcome) =>
        outcome is WriteOutcome.Rejected rejected ? new ReadOutcome<Sale>.Unreadable(rejected.Reasons) : new ReadOutcome<Sale>.Failed(outcome);
}

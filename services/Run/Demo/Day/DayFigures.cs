using System.Text.Json.Serialization;

namespace Integration.Run.Demo.Day;

/// <summary>What the whole day came to. A lane that one side cannot serve is null and named in <see cref="Unsupported"/>.</summary>
internal sealed record DayFigures
{
    [JsonPropertyName("stock")]
    public StockFigures? Stock { get; init; }

    [JsonPropertyName("products")]
    public ProductFigures? Products { get; init; }

    [JsonPropertyName("customers")]
    public CustomerFigures? Customers { get; init; }

    [JsonPropertyName("payments")]
    public PaymentFigures? Payments { get; init; }

    [JsonPropertyName("refunds")]
    public RefundFigures? Refunds { get; init; }

    [JsonPropertyName("returns")]
    public ReturnFigures? Returns { get; init; }

    [JsonPropertyName("reconciliation")]
    public ReconciliationFigures? Reconciliation { get; init; }

    [JsonPropertyName("unsupported")]
    public IReadOnlyList<string> Unsupported { get; init; } = [];

    /// <summary>What is not as the day demands, whatever still runs left out; empty when all is well.</summary>
    public IReadOnlyList<string> Differences()
    {
        var differences = new List<string>();
        void Demand(bool holds, string what)
        {
            if (!holds) differences.Add(what);
        }

        if (Stock is { } stock) Demand(stock is { Oversold: 0, Marked: > 0, Written: > 0 }, $"stock: {stock}");
        if (Customers is { } customers) Demand(customers is { ToErp: > 0, ToStore: > 0, Conflicts: 1 }, $"customers: {customers}");
        if (Payments is { } payments)
        {
            Demand(payments.Captured == payments.InErp, $"payments: {payments.Captured} captured, {payments.InErp} in the ERP");
            Demand(payments.StoreTotal.Count == payments.ErpTotal.Count && payments.StoreTotal.All(total => payments.ErpTotal.GetValueOrDefault(total.Key) == total.Value),
                $"payments: {Text(payments.StoreTotal)} captured, {Text(payments.ErpTotal)} in the ERP");
        }

        if (Refunds is { } refunds) Demand(refunds.Store == refunds.Erp, $"refunds: {refunds.Store} in the shop, {refunds.Erp} in the ERP");
        if (Returns is { } returns) Demand(returns.Store == returns.Erp, $"returns: {returns.Store} in the shop, {returns.Erp} in the ERP");
        if (Reconciliation is { } books)
        {
            Demand(books is { Found: DayLosses.Made, Healed: DayLosses.Mendable, Remaining: DayLosses.Made - DayLosses.Mendable, FalseAlarms: 0 }, $"reconciliation: {books}");
        }

        return differences;
    }

    private static string Text(IReadOnlyDictionary<string, decimal> totals) => string.Join(" + ", totals.Select(total => $"{total.Value} {total.Key}"));
}

using System.Text.Json.Nodes;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Products;

namespace Integration.Acumatica.Products;

/// <summary>
/// Sales prices (AR202000), an inquiry that is asked by PUT with parameters. Prices of single customers, of warehouses and of other units than that of
/// sales are left out; of several that hold today a promotion goes first, then the latest.
/// </summary>
internal sealed class ItemPrices(EntityClient client, SessionPool sessions)
{
    private const string Inquiry = "SalesPricesInquiry";
    private const string Rows = "SalesPriceDetails";
    private const string Everybody = "Base";
    private const string PriceClass = "Customer Price Class";

    /// <summary>The item's prices: the one for everybody from any quantity on, if there is one, and all others.</summary>
    public async Task<(IReadOnlyList<ProductPrice> Prices, WriteOutcome? Failure)> OfAsync(string inventoryId, string? salesUnit, CancellationToken ct)
    {
        var (rows, failure) = await AskAsync(new JsonObject { ["InventoryID"] = inventoryId }, ct);
        return failure is not null ? ([], failure) : (Chosen(rows, salesUnit), null);
    }

    /// <summary>Items whose prices were changed since a moment, or began or ended to hold since then.</summary>
    public async Task<(IReadOnlyList<(string InventoryId, DateTimeOffset At)> Items, WriteOutcome? Failure)> ChangedAsync(
        DateTimeOffset since, DateTimeOffset now, CancellationToken ct)
    {
        var (rows, failure) = await AskAsync([], ct);
        return failure is not null
            ? ([], failure)
            : ([.. rows.Select(row => (row.Text("InventoryID"), At: Latest(row, now))).Where(row => row.At >= since)
                .GroupBy(row => row.Item1, StringComparer.OrdinalIgnoreCase).Select(item => (item.Key, item.Max(row => row.At)))], null);
    }

    private async Task<(IReadOnlyList<EntityRecord> Rows, WriteOutcome? Failure)> AskAsync(JsonObject parameters, CancellationToken ct)
    {
        var answer = await sessions.UseAsync(session => client.PutAsync(session, Inquiry, Wire.Wrap(parameters), new EntityQuery { Expand = Rows }, ct), ct);
        return answer.Failure switch
        {
            null => (answer.Record.Rows(Rows), null),
            // It only asks: whatever became of it, nothing was written.
            WriteOutcome.Unknown unknown => ([], new WriteOutcome.Unavailable(unknown.Reason)),
            var failure => ([], failure),
        };
    }

    private static List<ProductPrice> Chosen(IReadOnlyList<EntityRecord> rows, string? salesUnit) =>
    [
        .. rows.Where(row => row.Text("PriceType") is Everybody or PriceClass && row.Text("Warehouse").Length == 0 && (salesUnit is null || row.Text("UOM") == salesUnit))
            .GroupBy(row => (Group: Group(row), Quantity: Math.Max(1, row.Number("BreakQty") ?? 1), Currency: row.Text("CurrencyID")))
            .Select(same => new ProductPrice(same.Key.Group, same.Key.Quantity, Best(same).Number("Price") ?? 0, same.Key.Currency))
            .OrderBy(price => price.Group, StringComparer.Ordinal).ThenBy(price => price.Currency, StringComparer.Ordinal).ThenBy(price => price.Quantity),
    ];

    private static EntityRecord Best(IEnumerable<EntityRecord> same) =>
        same.OrderByDescending(row => row.Flag("Promotion")).ThenByDescending(row => row.Moment("EffectiveDate")).First();

    private static string? Group(EntityRecord row) => row.Text("PriceType") == PriceClass ? row.Text("PriceCode") : null;

    private static DateTimeOffset Latest(EntityRecord row, DateTimeOffset now)
    {
        DateTimeOffset?[] moments = [row.Moment("LastModifiedDateTime"), row.Moment("EffectiveDate"), row.Moment("ExpirationDate")?.AddDays(1)];
        return moments.Where(moment => moment <= now).Max() ?? DateTimeOffset.MinValue;
    }
}

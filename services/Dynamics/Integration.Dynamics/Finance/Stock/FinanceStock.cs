using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Stock;

/// <summary>Reads <c>WarehousesOnHandV2</c>: a sum of the ledger's entries without change stamps, so that nothing tells what changed.</summary>
internal sealed class FinanceStock(FinanceClient client, DynamicsSettings settings) : IErpStock
{
    private const string Set = "WarehousesOnHandV2";
    private const string Item = "ItemNumber";
    private const string Warehouse = "InventoryWarehouseId";
    private const int SkusOfOneCall = 40;

    private readonly IReadOnlyList<string> _warehouses = settings.Stock.Warehouses.Count > 0 ? settings.Stock.Warehouses : settings.Warehouse is { } one ? [one] : [];

    private readonly string _quantity = settings.Stock.Quantity switch
    {
        StockQuantity.OnHand => "OnHandQuantity",
        StockQuantity.TotalAvailable => "TotalAvailableQuantity",
        _ => "AvailableOnHandQuantity",
    };

    /// <inheritdoc />
    public CountsOrdersFrom CountsOrdersFrom => settings.Stock.Counts;

    /// <inheritdoc />
    public int BatchSize => SkusOfOneCall;

    /// <inheritdoc />
    public IAsyncEnumerable<ChangePage> ChangedSinceAsync(DateTimeOffset since, CancellationToken ct) => ((ChangePage[])[new ChangePage([], null, Last: true)]).ToAsyncEnumerable();

    /// <inheritdoc />
    public async Task<ErpStockReading> ReadAsync(IReadOnlyList<string> skus, CancellationToken ct)
    {
        var rows = new List<WarehouseRow>();
        DateTimeOffset? clock = null;
        foreach (var some in Chunks(skus))
        {
            var page = await client.AllAsync(Set, Query(Filter.Any([.. some.Select(sku => Filter.Equal(Item, sku))])), ct);
            if (page.Failure is { } failure) return new ErpStockReading.Failed(failure);
            rows.AddRange(Rows(page.Records));
            clock ??= page.SourceTime;
        }

        return new ErpStockReading.Read(Figures.Of(skus, rows), clock);
    }

    /// <inheritdoc />
    public async Task<ErpStockReading> PageAsync(string after, CancellationToken ct)
    {
        var page = await client.ListAsync(Set, Query(after.Length == 0 ? null : Filter.After(Item, after)) with { OrderBy = $"{Item},{Warehouse}", Top = settings.PageSize }, ct);
        if (page.Failure is { } failure) return new ErpStockReading.Failed(failure);
        var records = page.Records;
        if (after.Length > 0 && records.Any(record => record.Text(Item).Equals(after, StringComparison.OrdinalIgnoreCase)))
            return new ErpStockReading.Failed(new WriteOutcome.Rejected([new Reason(Item, $"F&O listed {after} again after it: its stock cannot be read in pages.")]));
        if (records.Count < settings.PageSize && page.Next is null) return new ErpStockReading.Read(Figures.Of(Rows(records)), page.SourceTime);

        // The last item may go on after the page's end: the next page begins with it.
        var last = records.Count > 0 ? records[^1].Text(Item) : "";
        var whole = records.Where(record => !record.Text(Item).Equals(last, StringComparison.OrdinalIgnoreCase)).ToList();
        if (whole.Count > 0) return new ErpStockReading.Read(Figures.Of(Rows(whole)), page.SourceTime, whole[^1].Text(Item));
        if (last.Length == 0) return new ErpStockReading.Failed(new WriteOutcome.Rejected([new Reason(Item, "F&O listed a page without items and more after it.")]));
        return await ReadAsync([last], ct) is ErpStockReading.Read read ? read with { Next = last } : new ErpStockReading.Failed(new WriteOutcome.Unavailable($"The item {last} could not be read."));
    }

    private static EntityQuery Query(string? filter) => new()
    {
        Filter = filter, Select = [Item, Warehouse, "OnHandQuantity", "AvailableOnHandQuantity", "TotalAvailableQuantity"],
    };

    private IEnumerable<WarehouseRow> Rows(IEnumerable<FinanceRecord> records) => records
        .Where(record => record.Text(Item).Length > 0 && (_warehouses.Count == 0 || _warehouses.Contains(record.Text(Warehouse), StringComparer.OrdinalIgnoreCase)))
        .Select(record => new WarehouseRow(record.Text(Item), record.Text(Warehouse), record.Number(_quantity) ?? 0));

    // As many as an address holds: one of 40 long item numbers would be refused by web servers.
    private static IEnumerable<List<string>> Chunks(IReadOnlyList<string> skus)
    {
        var chunk = new List<string>();
        var length = 0;
        foreach (var sku in skus.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var size = Uri.EscapeDataString($" or {Filter.Equal(Item, sku)}").Length;
            if (chunk.Count > 0 && (chunk.Count == SkusOfOneCall || length + size > FinanceClient.LongestFilter))
            {
                yield return chunk;
                (chunk, length) = ([], 0);
            }

            chunk.Add(sku);
            length += size;
        }

        if (chunk.Count > 0) yield return chunk;
    }
}

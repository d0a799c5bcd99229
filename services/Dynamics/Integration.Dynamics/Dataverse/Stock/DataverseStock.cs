using Integration.Connectors.Ports;
using Integration.Contracts.Stock;
using Integration.Dynamics.Dataverse.Protocol;
using Integration.Dynamics.Dataverse.Sweeps;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Dataverse.Stock;

/// <summary>
/// Reads <c>product.quantityonhand</c>: a plain column of the product, without places and without a ledger behind it. No order changes it; somebody keeps it, and the connection's settings say
/// from when on it has an order deducted. A product without a number there is one of which no stock is kept.
/// </summary>
/// <param name="client">The client.</param>
/// <param name="place">What the one place is called.</param>
/// <param name="counts">From when on the number has an order deducted.</param>
/// <param name="sku">The column with the SKU.</param>
/// <param name="pageSize">Products of one page.</param>
internal sealed class DataverseStock(DataverseClient client, string place, CountsOrdersFrom counts, string sku, int pageSize) : IErpStock
{
    private const string Set = "products";
    private const string Id = "productid";
    private const string OnHand = "quantityonhand";
    private const string Stamp = "modifiedon";
    private const int SkusOfOneCall = 60;

    // Dataverse takes addresses of 32 KB; what stands in front of it may take 8.
    private const int LongestFilter = 4000;

    private readonly string[] _columns = [Id, sku, OnHand, Stamp];

    private readonly ModifiedSweep _sweep = new(client, pageSize);

    /// <inheritdoc />
    public CountsOrdersFrom CountsOrdersFrom => counts;

    /// <inheritdoc />
    public int BatchSize => SkusOfOneCall;

    /// <inheritdoc />
    public IAsyncEnumerable<ChangePage> ChangedSinceAsync(DateTimeOffset since, CancellationToken ct) =>
        _sweep.PagesAsync(new SweptTable(Set, Id, product => product.Text(sku)) { Columns = [sku] }, since, ct);

    /// <inheritdoc />
    public async Task<ErpStockReading> ReadAsync(IReadOnlyList<string> skus, CancellationToken ct)
    {
        var found = new Dictionary<string, DataverseRecord>(StringComparer.OrdinalIgnoreCase);
        DateTimeOffset? clock = null;
        foreach (var some in Chunks(skus))
        {
            var page = await client.AllAsync(Set, new EntityQuery { Filter = Filter.Any([.. some.Select(one => Filter.Equal(sku, one))]), Select = _columns, OrderBy = Id }, ct);
            if (page.Failure is { } failure) return new ErpStockReading.Failed(failure);
            foreach (var product in page.Records) found[product.Text(sku)] = product;
            clock ??= page.SourceTime;
        }

        return new ErpStockReading.Read([.. skus.Select(one => found.TryGetValue(one.Trim(), out var product) ? Figure(one, product) : None(one))], clock);
    }

    /// <inheritdoc />
    public async Task<ErpStockReading> PageAsync(string after, CancellationToken ct)
    {
        var page = after.Length == 0
            ? await client.ListAsync(Set, new EntityQuery { Filter = $"{OnHand} ne null and {sku} ne null", Select = _columns, PageSize = pageSize }, ct)
            : await client.NextAsync(after, pageSize, ct);
        return page.Failure is { } failure
            ? new ErpStockReading.Failed(failure)
            : new ErpStockReading.Read([.. page.Records.Select(product => Figure(product.Text(sku), product))], page.SourceTime, page.Next);
    }

    private StockFigure Figure(string named, DataverseRecord product) => product.Number(OnHand) is { } quantity
        ? new StockFigure { Sku = named, Places = new Dictionary<string, decimal> { [place] = quantity }, StampedAt = product.Moment(Stamp) }
        : None(named);

    private static StockFigure None(string named) => new() { Sku = named, Places = new Dictionary<string, decimal>() };

    private IEnumerable<List<string>> Chunks(IReadOnlyList<string> skus)
    {
        var chunk = new List<string>();
        var length = 0;
        foreach (var one in skus.Select(named => named.Trim()).Where(named => named.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var size = Uri.EscapeDataString($" or {Filter.Equal(sku, one)}").Length;
            if (chunk.Count > 0 && (chunk.Count == SkusOfOneCall || length + size > LongestFilter))
            {
                yield return chunk;
                (chunk, length) = ([], 0);
            }

            chunk.Add(one);
            length += size;
        }

        if (chunk.Count > 0) yield return chunk;
    }
}

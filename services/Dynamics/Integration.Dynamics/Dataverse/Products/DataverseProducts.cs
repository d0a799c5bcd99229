using System.Runtime.CompilerServices;
using System.Text.Json;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Contracts.Products;
using Integration.Contracts.Records;
using Integration.Contracts.Serialization;
using Integration.Dynamics.Dataverse.Protocol;
using Integration.Dynamics.Dataverse.Sweeps;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Dataverse.Products;

/// <summary>Products by their id, with the prices of the organization's lists.</summary>
internal sealed class DataverseProducts : IErpProducts
{
    private static readonly SweptTable Table = new(ProductStore.Set, "productid", product => product.Text("productid")) { Only = ProductReading.NoFamilies };

    private readonly ProductCatalogue _catalogue;
    private readonly ProductStore _store;
    private readonly PriceLists _lists;
    private readonly PriceChanges _prices;
    private readonly ModifiedSweep _sweep;
    private readonly ProductWrite? _write;
    private readonly Lock _guard = new();
    private readonly Dictionary<int, string?> _starts = new() { [1] = null };

    public DataverseProducts(DataverseClient client, ProductCatalogue catalogue, int pageSize, TimeProvider clock)
    {
        _catalogue = catalogue;
        _store = new ProductStore(client, catalogue.Sku, pageSize);
        _lists = new PriceLists(client, clock);
        _prices = new PriceChanges(client, pageSize);
        _sweep = new ModifiedSweep(client, pageSize);
        _write = catalogue.IsWritten ? new ProductWrite(client, _store, catalogue) : null;
    }

    /// <inheritdoc />
    public IReadOnlySet<string> Writable => _write is null ? WritableOnce : ProductWrite.Writable;

    /// <inheritdoc />
    public IReadOnlySet<string> WritableOnce { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <inheritdoc />
    public async IAsyncEnumerable<ChangePage> ChangedSinceAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        var listed = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var page in _sweep.PagesAsync(Table, since, ct))
        {
            listed.UnionWith(page.Records.Select(record => record.Id));
            yield return page with { Last = false };
            if (page.Failure is not null) yield break;
        }

        var prices = await _prices.SinceAsync(since, ct);
        yield return prices with { Records = [.. prices.Records.Where(record => !listed.Contains(record.Id))] };
    }

    /// <inheritdoc />
    public async Task<ReadOutcome<Product>> ReadAsync(string id, CancellationToken ct)
    {
        var (record, failure) = await _store.WithIdAsync(id, ct);
        if (failure is not null) return Failed(failure);
        return record is { } found ? await WholeAsync(found, ct) : new ReadOutcome<Product>.NotFound();
    }

    /// <inheritdoc />
    public async Task<ProductFind> FindAsync(string sku, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(sku)) return new ProductFind.Nothing();
        var (record, failure) = await _store.WithSkuAsync(sku.Trim(), ct);
        return failure is not null ? new ProductFind.Failed(failure)
            : record?.Id("productid") is { } id ? new ProductFind.Found([new StockItem(id.ToString("D"))])
            : new ProductFind.Nothing();
    }

    /// <inheritdoc />
    public async Task<ProductPage> PageAsync(int page, CancellationToken ct)
    {
        string? after;
        lock (_guard)
        {
            // Pages are read one after another, because each begins where the last one ended.
            if (!_starts.TryGetValue(page, out after)) return new ProductPage.Read([], Last: true);
        }

        var read = await _store.PageAsync(after, ct);
        if (read.Failure is { } failure) return new ProductPage.Failed(failure);
        if (read.Next is { } next)
        {
            lock (_guard) _starts[page + 1] = next;
        }

        var (_, main, unlisted) = await ListsAsync(ct);
        if (unlisted is not null) return new ProductPage.Failed(unlisted);
        var (prices, unpriced) = main is null ? ([], null) : await _store.PricesAsync(read.Records.Select(product => product.Id("productid")).OfType<Guid>(), main.Id, ct);
        if (unpriced is not null) return new ProductPage.Failed(unpriced);
        var byProduct = prices.ToLookup(price => price.Link("productid"));
        return new ProductPage.Read(
            [.. read.Records.Select(product => ProductReading.Of(product, ProductReading.Amount(ProductReading.PriceOf(byProduct[product.Id("productid")], main?.Id, product.Link("defaultuomid"))), _catalogue))],
            read.Next is null);
    }

    /// <inheritdoc />
    public async Task<WriteOutcome> CreateAsync(Product product, CancellationToken ct)
    {
        if (_write is null) return NotWritten();
        var (_, main, unlisted) = await ListsAsync(ct);
        if (unlisted is not null) return unlisted;
        var (id, failure) = await _write.CreateAsync(product, main, ct);
        return failure ?? await ShownAsync(id.ToString("D"), ct);
    }

    /// <inheritdoc />
    public async Task<WriteOutcome> UpdateAsync(string id, Product product, IReadOnlySet<string> fields, CancellationToken ct)
    {
        if (_write is null) return NotWritten();
        var (stored, unread) = await _store.WithIdAsync(id, ct);
        if (unread is not null) return unread;
        if (stored is not { } known) return new WriteOutcome.Rejected([new Reason("productid", $"The product {id} is no longer in Dataverse.")]);
        var (_, main, unlisted) = await ListsAsync(ct);
        if (unlisted is not null) return unlisted;
        return await _write.UpdateAsync(known, product, fields, main, ct) ?? await ShownAsync(id, ct);
    }

    private async Task<ReadOutcome<Product>> WholeAsync(DataverseRecord record, CancellationToken ct)
    {
        if (ProductReading.IsFamily(record)) return new ReadOutcome<Product>.NotReady("A family of products is not sold itself.", Ignore: true);
        var (lists, main, unlisted) = await ListsAsync(ct);
        if (unlisted is not null) return Failed(unlisted);
        var prices = await _store.PricesAsync(record.Id("productid")!.Value, ct);
        if (prices.Failure is { } unpriced) return Failed(unpriced);
        var units = record.Link("defaultuomscheduleid") is { } group ? await _store.UnitsAsync(group, ct) : new ODataPage<DataverseRecord>([], null);
        if (units.Failure is { } unmeasured) return Failed(unmeasured);
        var unit = record.Link("defaultuomid");
        var product = ProductReading.Of(record, ProductReading.Amount(ProductReading.PriceOf(prices.Records, main?.Id, unit)), _catalogue);
        return new ReadOutcome<Product>.Found(product with
        {
            SalesUnit = units.Records.Where(one => one.Id("uomid") == unit).Select(one => one.Text("name")).FirstOrDefault(),
            Units = ProductReading.Units(units.Records),
            Prices = ProductReading.Prices(prices.Records, unit, lists, main, _catalogue.OrderLists),
        });
    }

    private async Task<(IReadOnlyList<PriceList> Lists, PriceList? Main, WriteOutcome? Failure)> ListsAsync(CancellationToken ct)
    {
        var (lists, failure) = await _lists.AllAsync(ct);
        if (failure is not null || _catalogue.MainList is not { } name) return (lists, null, failure);
        return lists.FirstOrDefault(list => list.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } main
            ? (lists, main, null)
            : (lists, null, new WriteOutcome.Rejected([new Reason("products.priceList", $"Dataverse has no price list {name}.")]));
    }

    // A change set shows nothing of its records.
    private async Task<WriteOutcome> ShownAsync(string id, CancellationToken ct) => await ReadAsync(id, ct) is ReadOutcome<Product>.Found { Value: var product }
        ? new WriteOutcome.Done(new RecordRef(Entities.Product, product.Id, product.Sku), JsonSerializer.Serialize(product, ContractsJson.Options))
        : new WriteOutcome.Unknown($"The product {id} was written and cannot be read back now.");

    private static WriteOutcome.Rejected NotWritten() => new([new Reason("", "With dual-write products come from Finance & Operations: make and change them there.")]);

    private static ReadOutcome<Product> Failed(WriteOutcome failure) => failure is WriteOutcome.Rejected rejected
        ? new ReadOutcome<Product>.Unreadable(rejected.Reasons)
        : new ReadOutcome<Product>.Failed(failure);
}

using System.Runtime.CompilerServices;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Contracts.Products;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Products;

/// <summary>
/// Released products by their item number, read only: a product is made by several entities and a release, and prices by trade agreement journals that people post.
/// The items that orders carry shipping, tax and discounts on are no products.
/// </summary>
internal sealed class FinanceProducts(FinanceClient client, DynamicsSettings settings, TimeProvider clock) : IErpProducts
{
    private readonly ReleasedProducts _products = new(client, settings);
    private readonly ListingPace _pace = new(settings.ListEvery, clock);
    private readonly HashSet<string> _noGoods = settings.Items.All().Select(item => item.Item).ToHashSet(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _guard = new();
    private readonly Dictionary<int, string?> _starts = new() { [1] = null };

    /// <inheritdoc />
    public IReadOnlySet<string> Writable { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <inheritdoc />
    public IReadOnlySet<string> WritableOnce { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <inheritdoc />
    public async IAsyncEnumerable<ChangePage> ChangedSinceAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        if (!_pace.IsDue)
        {
            yield return new ChangePage([], null, Last: true);
            yield break;
        }

        string? after = null;
        do
        {
            var (page, next) = await _products.PageAsync(after, ct);
            var (records, failure) = page.Failure is { } unread ? ([], unread) : await RecordsAsync(Goods(page.Records), ct);
            after = failure is null ? next : null;
            if (failure is null && after is null) _pace.Listed();
            yield return new ChangePage(records, page.SourceTime, Last: failure is null && after is null, failure) { IsWhole = true };
        }
        while (after is not null);
    }

    /// <inheritdoc />
    public async Task<ReadOutcome<Product>> ReadAsync(string id, CancellationToken ct)
    {
        var (record, failure) = await _products.WithItemAsync(id, ct);
        if (failure is not null) return Failed(failure);
        // A hint may name an item that is no goods.
        if (record is not { } found || _noGoods.Contains(found.Text(ReleasedProducts.Item))) return new ReadOutcome<Product>.NotFound();
        var product = ProductReading.Of(found, settings.Products);
        var prices = await _products.PricesAsync(product.Id, product.Id, ct);
        if (prices.Failure is { } unpriced) return Failed(unpriced);
        var barcodes = await _products.BarcodesAsync(found.Text(ReleasedProducts.Product), found.Text(ReleasedProducts.Product), ct);
        if (barcodes.Failure is { } uncoded) return Failed(uncoded);
        return new ReadOutcome<Product>.Found(product with
        {
            Prices = ProductPrices.Of(prices.Records.Where(row => Is(row, ReleasedProducts.Item, found)), product.SalesUnit, Today),
            Barcode = ProductReading.Barcode(barcodes.Records.Where(row => Is(row, ReleasedProducts.Product, found)), product.SalesUnit),
        });
    }

    /// <inheritdoc />
    public async Task<ProductFind> FindAsync(string sku, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(sku)) return new ProductFind.Nothing();
        var (record, failure) = await _products.WithItemAsync(sku.Trim(), ct);
        return failure is not null ? new ProductFind.Failed(failure) : record is { } found ? new ProductFind.Found([new StockItem(found.Text(ReleasedProducts.Item))]) : new ProductFind.Nothing();
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

        var (read, next) = await _products.PageAsync(after, ct);
        if (read.Failure is { } failure) return new ProductPage.Failed(failure);
        if (next is not null)
        {
            lock (_guard) _starts[page + 1] = next;
        }

        return new ProductPage.Read([.. Goods(read.Records).Select(record => ProductReading.Of(record, settings.Products))], next is null);
    }

    /// <inheritdoc />
    public Task<WriteOutcome> CreateAsync(Product product, CancellationToken ct) => NotWritten();

    /// <inheritdoc />
    public Task<WriteOutcome> UpdateAsync(string id, Product product, IReadOnlySet<string> fields, CancellationToken ct) => NotWritten();

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private static Task<WriteOutcome> NotWritten() => Task.FromResult<WriteOutcome>(new WriteOutcome.Rejected([new Reason("", "Products are not written to F&O: make and release them there.")]));

    private List<FinanceRecord> Goods(IReadOnlyList<FinanceRecord> products) => [.. products.Where(product => !_noGoods.Contains(product.Text(ReleasedProducts.Item)))];

    private async Task<(IReadOnlyList<ChangedRecord> Records, WriteOutcome? Failure)> RecordsAsync(List<FinanceRecord> products, CancellationToken ct)
    {
        if (products.Count == 0) return ([], null);
        var prices = await _products.PricesAsync(products[0].Text(ReleasedProducts.Item), products[^1].Text(ReleasedProducts.Item), ct);
        if (prices.Failure is { } unpriced) return ([], unpriced);
        var numbers = products.Select(product => product.Text(ReleasedProducts.Product)).Where(number => number.Length > 0).Order(StringComparer.OrdinalIgnoreCase).ToList();
        var barcodes = numbers.Count == 0 ? new ODataPage<FinanceRecord>([], null) : await _products.BarcodesAsync(numbers[0], numbers[^1], ct);
        if (barcodes.Failure is { } uncoded) return ([], uncoded);
        var byItem = prices.Records.ToLookup(row => row.Text(ReleasedProducts.Item), StringComparer.OrdinalIgnoreCase);
        var byProduct = barcodes.Records.ToLookup(row => row.Text(ReleasedProducts.Product), StringComparer.OrdinalIgnoreCase);
        return ([.. products.Select(product => Record(product, byItem[product.Text(ReleasedProducts.Item)], byProduct[product.Text(ReleasedProducts.Product)]))], null);
    }

    // A price that begins or ends to hold is a change too, so the prices of today count and not the agreements.
    private ChangedRecord Record(FinanceRecord product, IEnumerable<FinanceRecord> prices, IEnumerable<FinanceRecord> barcodes) => new(product.Text(ReleasedProducts.Item), DateTimeOffset.UnixEpoch)
    {
        Content = string.Join('\n',
        [
            .. _products.ProductFields.Select(field => product.Json[field]?.ToJsonString() ?? ""),
            .. ProductPrices.Of(prices, ProductReading.Of(product, settings.Products).SalesUnit, Today).Select(price => price.ToString()),
            ProductReading.Barcode(barcodes, ProductReading.Of(product, settings.Products).SalesUnit) ?? "",
        ]),
    };

    private static bool Is(FinanceRecord row, string field, FinanceRecord product) => row.Text(field).Equals(product.Text(field), StringComparison.OrdinalIgnoreCase);

    private static ReadOutcome<Product> Failed(WriteOutcome failure) => failure is WriteOutcome.Rejected rejected
        ? new ReadOutcome<Product>.Unreadable(rejected.Reasons)
        : new ReadOutcome<Product>.Failed(failure);
}

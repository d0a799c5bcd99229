using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Products;
using Integration.XCart.AddOn;
using Integration.XCart.Setup;

namespace Integration.XCart.InUse;

/// <summary>Reads and writes products over the API in use; a SKU is looked for through the add-on where the API cannot be asked.</summary>
internal sealed class ProductsInUse(ShopInUse shop, XCartSettings settings, IStockLevels levels) : IStorefrontProducts
{
    private static readonly IReadOnlySet<string> Unknown = new HashSet<string>();

    public string WeightUnit => settings.WeightUnit;

    public CrawlSchedule? Schedule => settings.Products;

    public IReadOnlySet<string> Writable => shop.Known?.Products.Writable ?? new HashSet<string>(ProductFields.All);

    public IReadOnlySet<string> WritableOnce => shop.Known?.Products.WritableOnce ?? Unknown;

    public async Task<ReadOutcome<Product>> ReadAsync(string id, CancellationToken ct)
    {
        var (api, why) = await shop.ApiAsync(ct);
        return api is null ? new ReadOutcome<Product>.Failed(why!) : await api.Products.ReadAsync(id, ct) switch
        {
            ReadOutcome<Product>.Found found => new ReadOutcome<Product>.Found(found.Value with { WeightUnit = WeightUnit }),
            var other => other,
        };
    }

    public async Task<ProductFind> FindAsync(string sku, CancellationToken ct)
    {
        var (api, why) = await shop.ApiAsync(ct);
        if (api is null) return new ProductFind.Failed(why!);
        if (string.IsNullOrWhiteSpace(sku)) return new ProductFind.Nothing();
        var found = await api.Products.FindAsync(sku, ct);
        return found is ProductFind.CannotTell && (await api.AddOn.StandAsync(ct)).Can(AddOnCalls.Stock) ? await ThroughAddOnAsync(sku, ct) : found;
    }

    public async Task<ProductPage> PageAsync(int page, CancellationToken ct)
    {
        var (api, why) = await shop.ApiAsync(ct);
        return api is null ? new ProductPage.Failed(why!) : await api.Products.PageAsync(page, ct) switch
        {
            ProductPage.Read read => read with { Products = [.. read.Products.Select(product => product with { WeightUnit = WeightUnit })] },
            var other => other,
        };
    }

    public async Task<WriteOutcome> CreateAsync(Product product, CancellationToken ct)
    {
        var (api, why) = await shop.ApiAsync(ct);
        return api is null ? why! : await api.Products.CreateAsync(product, ct);
    }

    public async Task<WriteOutcome> UpdateAsync(string id, Product product, IReadOnlySet<string> fields, CancellationToken ct)
    {
        var (api, why) = await shop.ApiAsync(ct);
        return api is null ? why! : await api.Products.UpdateAsync(id, product, fields, ct);
    }

    private async Task<ProductFind> ThroughAddOnAsync(string sku, CancellationToken ct) => await levels.ReadAsync([sku], ct) switch
    {
        StockReading.Read { Levels.Count: > 0 } read => new ProductFind.Found([.. read.Levels.Select(level => level.Item)]),
        StockReading.Read => new ProductFind.Nothing(),
        StockReading.Failed failed => new ProductFind.Failed(failed.Outcome),
        _ => new ProductFind.CannotTell(),
    };
}

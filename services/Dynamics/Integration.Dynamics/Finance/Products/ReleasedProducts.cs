using Integration.Connectors.Outcomes;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Finance.SalesOrders;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Products;

/// <summary>Reads released products with what belongs to them: price agreements and barcodes. None of these entities has a change stamp.</summary>
internal sealed class ReleasedProducts(FinanceClient client, DynamicsSettings settings)
{
    /// <summary>The key.</summary>
    public const string Item = "ItemNumber";

    /// <summary>What barcodes know a product by.</summary>
    public const string Product = "ProductNumber";

    /// <summary>Fields of a price agreement.</summary>
    public static IReadOnlyList<string> PriceFields { get; } =
    [
        Item, "CustomerAccountNumber", "PriceCustomerGroupCode", "PriceCurrencyCode", "QuantityUnitySymbol", "FromQuantity", "ToQuantity", "Price", "SalesPriceQuantity", "PriceApplicableFromDate",
        "PriceApplicableToDate", "PriceSiteId", "PriceWarehouseId", "ProductColorId", "ProductSizeId", "ProductStyleId", "ProductconfigurationId", "ProductVersionId",
    ];

    /// <summary>Fields of a barcode.</summary>
    public static IReadOnlyList<string> BarcodeFields { get; } = [Product, "ProductQuantityUnitSymbol", "Barcode", "IsDefaultScannedBarcode"];

    /// <summary>Fields of a product.</summary>
    public IReadOnlyList<string> ProductFields { get; } =
    [
        .. ((string[])[Item, Product, "ProductType", "ProductSubType", "SalesPrice", "SalesPriceQuantity", "NetProductWeight", "InventoryUnitSymbol", "SalesUnitSymbol", "SalesSalesTaxItemGroupCode", "ProductGroupId", "ProductLifecycleStateId"])
            .Union([settings.Products.NameField], StringComparer.Ordinal),
    ];

    /// <summary>One product; null when there is none.</summary>
    public async Task<(FinanceRecord? Product, WriteOutcome? Failure)> WithItemAsync(string item, CancellationToken ct)
    {
        var page = await client.AllAsync("ReleasedProductsV2", new EntityQuery { Filter = Filter.Equal(Item, item), Select = ProductFields }, ct);
        if (page.Failure is { } failure) return (null, failure);
        // A star in a number is a wildcard to F&O.
        foreach (var product in page.Records.Where(product => OrderComparison.Same(product.Text(Item), item))) return (product, null);
        return (null, null);
    }

    /// <summary>A page of products along their numbers, and where the next one begins.</summary>
    public async Task<(ODataPage<FinanceRecord> Page, string? After)> PageAsync(string? after, CancellationToken ct)
    {
        var page = await client.ListAsync("ReleasedProductsV2", new EntityQuery
        {
            Filter = after is null ? null : Filter.After(Item, after), Select = ProductFields, OrderBy = Item, Top = settings.PageSize,
        }, ct);
        return (page, page.Records.Count > 0 && (page.Records.Count >= settings.PageSize || page.Next is not null) ? page.Records[^1].Text(Item) : null);
    }

    /// <summary>Price agreements of the items from one to another.</summary>
    public Task<ODataPage<FinanceRecord>> PricesAsync(string first, string last, CancellationToken ct) =>
        client.AllAsync("SalesPriceAgreements", new EntityQuery { Filter = Range(Item, first, last), Select = PriceFields }, ct);

    /// <summary>Barcodes of the products from one to another.</summary>
    public Task<ODataPage<FinanceRecord>> BarcodesAsync(string first, string last, CancellationToken ct) =>
        client.AllAsync("ProductNumberIdentifiedBarcodes", new EntityQuery { Filter = Range(Product, first, last), Select = BarcodeFields }, ct);

    private static string Range(string field, string first, string last) => first == last ? Filter.Equal(field, first) : Filter.Between(field, first, last);
}

using System.Globalization;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Products;
using Integration.Dynamics.Finance.Products;
using Integration.Tests.Unit.Mapping.Jsonata;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Products;

public sealed class FinanceProductsTests : IDisposable
{
    private readonly FinanceBench _bench = new(FinanceBench.Usual with { PageSize = 10, Products = new ProductSettings { WeightUnit = "kg" } });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private FinanceProducts Products => On(2026, 3, 15);

    [Fact]
    public async Task A_product_is_read_with_its_prices_and_its_barcode()
    {
        _bench.Server.On(
            ("ReleasedProductsV2", FinanceReply.List(Item("MUG-01"))),
            ("SalesPriceAgreements", FinanceReply.List(
                Price(7.50m, "WHOLESALE"), Price(13.80m, "WHOLESALE", from: 10, per: 2), Price(6m, "", customer: "C42"), Price(5m, "", unit: "box"),
                Price(9m, "", begins: "2026-01-01T12:00:00Z"), Price(8m, "", begins: "2026-03-01T12:00:00Z"), Price(1m, "", begins: "2026-04-01T12:00:00Z"), Price(2m, "", ends: "2026-03-14T12:00:00Z"))),
            ("ProductNumberIdentifiedBarcodes", FinanceReply.List(Barcode("2", "ea"), Barcode("1", "ea", "Yes"), Barcode("0", "box", "Yes"))));

        var product = Assert.IsType<ReadOutcome<Product>.Found>(await Products.ReadAsync("MUG-01", Ct)).Value;

        Assert.Equal(("MUG-01", "Mug white", 8.95m, 0.35m, "kg", "ea", true), (product.Sku, product.Name, product.Price, product.Weight, product.WeightUnit, product.SalesUnit, product.Enabled));
        Assert.Equal(("TAXABLE", "Home", ProductKind.Stock, "1"), (product.TaxClass, product.Class, product.Kind, product.Barcode));
        Assert.Equal([new ProductPrice(null, 1, 8m, "USD"), new ProductPrice("WHOLESALE", 1, 7.50m, "USD"), new ProductPrice("WHOLESALE", 10, 6.90m, "USD")], product.Prices!);
    }

    [Theory]
    [InlineData("\"ProductType\":\"Service\"", ProductKind.NonStock, true)]
    [InlineData("\"ProductType\":\"Item\",\"ProductSubType\":\"ProductMaster\"", ProductKind.Template, true)]
    [InlineData("\"ProductType\":\"Item\",\"ProductLifecycleStateId\":\"obsolete\"", ProductKind.Stock, false)]
    public async Task Kind_and_state_are_those_of_the_product(string fields, ProductKind kind, bool enabled)
    {
        _bench.Server.On(("ReleasedProductsV2", FinanceReply.List($"\"ItemNumber\":\"X\",\"ProductNumber\":\"X\",\"SalesPrice\":10,\"SalesPriceQuantity\":4,{fields}")));

        var product = Assert.IsType<ReadOutcome<Product>.Found>(await Products.ReadAsync("X", Ct)).Value;

        Assert.Equal((kind, enabled, 2.5m), (product.Kind, product.Enabled, product.Price));
        Assert.Equal((null, null), (product.Weight, product.Barcode));
    }

    [Fact]
    public async Task Items_of_shipping_and_tax_are_no_products()
    {
        _bench.Server.On(
            ("ReleasedProductsV2", FinanceReply.List(Item("MUG-01"), Item("SALESTAX"), Item("shipping"))), ("SalesPriceAgreements", FinanceReply.List()), ("ProductNumberIdentifiedBarcodes", FinanceReply.List()));
        var (products, changed) = (Products, new List<ChangedRecord>());

        await foreach (var page in products.ChangedSinceAsync(DateTimeOffset.UnixEpoch, Ct)) changed.AddRange(page.Records);

        Assert.Equal("MUG-01", Assert.Single(changed).Id);
        Assert.Equal("MUG-01", Assert.Single(Assert.IsType<ProductPage.Read>(await products.PageAsync(1, Ct)).Products).Id);
    }

    [Fact]
    public async Task What_has_the_number_is_found_and_a_star_finds_nothing_else()
    {
        _bench.Server.On(("ReleasedProductsV2", FinanceReply.List(Item("MUG-01"))));

        Assert.Equal("MUG-01", Assert.Single(Assert.IsType<ProductFind.Found>(await Products.FindAsync("mug-01", Ct)).Items).Product);
        Assert.IsType<ProductFind.Nothing>(await Products.FindAsync("MUG*", Ct));
        Assert.IsType<ReadOutcome<Product>.NotFound>(await Products.ReadAsync("MUG*", Ct));
        Assert.IsType<ProductFind.Nothing>(await Products.FindAsync(" ", Ct));
    }

    [Fact]
    public async Task Pages_go_along_the_item_number()
    {
        _bench.Server.Script = call => call.Target.Contains("ItemNumber gt 'I-10'", StringComparison.Ordinal) ? FinanceReply.List(Item("I-11")) : FinanceReply.List(Enumerable.Range(1, 10).Select(number => Item($"I-{number:00}")));
        var products = Products;

        var (first, second) = (Assert.IsType<ProductPage.Read>(await products.PageAsync(1, Ct)), Assert.IsType<ProductPage.Read>(await products.PageAsync(2, Ct)));

        Assert.Equal((10, false, "I-11", true), (first.Products.Count, first.Last, Assert.Single(second.Products).Sku, second.Last));
        Assert.Equal((null, null), (first.Products[0].Prices, first.Products[0].Barcode));
    }

    [Fact]
    public async Task A_listing_is_whole_and_a_price_that_begins_to_hold_is_a_change()
    {
        _bench.Server.On(
            ("ReleasedProductsV2", FinanceReply.List(Item("HUB-7P"), Item("MUG-01"))), ("SalesPriceAgreements", FinanceReply.List(Price(7.50m, "VIP", begins: "2026-03-16T12:00:00Z"))),
            ("ProductNumberIdentifiedBarcodes", FinanceReply.List(Barcode("1", "ea"))));

        var (today, again, tomorrow) = (await ListAsync(Products), await ListAsync(Products), await ListAsync(On(2026, 3, 16)));

        Assert.Equal(today, again);
        Assert.Equal(today["HUB-7P"], tomorrow["HUB-7P"]);
        Assert.NotEqual(today["MUG-01"], tomorrow["MUG-01"]);
        Assert.Contains(_bench.Server.Targets, target => target.Contains("ItemNumber ge 'HUB-7P' and ItemNumber le 'MUG-01'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sweep_soon_after_a_whole_listing_says_nothing_and_asks_nothing()
    {
        var products = Products;
        await ListAsync(products);
        var calls = _bench.Server.Calls.Count;

        await foreach (var page in products.ChangedSinceAsync(DateTimeOffset.UnixEpoch, Ct)) Assert.True(page is { IsWhole: false, Last: true, Failure: null });

        Assert.Equal(calls, _bench.Server.Calls.Count);
    }

    [Theory]
    [InlineData("ReleasedProductsV2")]
    [InlineData("SalesPriceAgreements")]
    [InlineData("ProductNumberIdentifiedBarcodes")]
    public async Task What_cannot_be_read_is_no_change_and_no_product(string set)
    {
        _bench.Server.On((set, FinanceReply.Error(403, "No.")), ("ReleasedProductsV2", FinanceReply.List(Item("MUG-01"))));

        Assert.IsType<WriteOutcome.Denied>(Assert.IsType<ReadOutcome<Product>.Failed>(await Products.ReadAsync("MUG-01", Ct)).Outcome);
        await foreach (var page in Products.ChangedSinceAsync(DateTimeOffset.UnixEpoch, Ct)) Assert.True(page is { Last: false, Failure: WriteOutcome.Denied, Records.Count: 0 });
    }

    [Fact]
    public async Task Nothing_is_written()
    {
        Assert.Empty(Products.Writable);
        Assert.IsType<WriteOutcome.Rejected>(await Products.CreateAsync(new Product { Id = "", Sku = "X" }, Ct));
        Assert.IsType<WriteOutcome.Rejected>(await Products.UpdateAsync("X", new Product { Id = "X", Sku = "X" }, new HashSet<string> { ProductFields.Price }, Ct));
        Assert.Empty(_bench.Server.Calls);
    }

    public void Dispose() => _bench.Dispose();

    private static async Task<Dictionary<string, string>> ListAsync(FinanceProducts products)
    {
        var listed = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var page in products.ChangedSinceAsync(DateTimeOffset.UnixEpoch, Ct))
        {
            Assert.True(page is { IsWhole: true, Last: true, Failure: null });
            foreach (var record in page.Records) listed.Add(record.Id, record.Content!);
        }

        return listed;
    }

    private static string Item(string number) => $$"""
        "ItemNumber":"{{number}}","ProductNumber":"{{number}}","ProductType":"Item","ProductSubType":"Product","ProductSearchName":"Mug white","SalesPrice":8.95,"SalesPriceQuantity":1,
        "NetProductWeight":0.35,"InventoryUnitSymbol":"ea","SalesUnitSymbol":"ea","SalesSalesTaxItemGroupCode":"TAXABLE","ProductGroupId":"Home","ProductLifecycleStateId":"Operational"
        """;

    private static string Price(
        decimal price, string group, int from = 0, int per = 1, string customer = "", string unit = "ea", string begins = "1900-01-01T12:00:00Z", string ends = "1900-01-01T12:00:00Z") =>
        string.Create(CultureInfo.InvariantCulture, $$"""
            "ItemNumber":"MUG-01","CustomerAccountNumber":"{{customer}}","PriceCustomerGroupCode":"{{group}}","PriceCurrencyCode":"USD","QuantityUnitySymbol":"{{unit}}","FromQuantity":{{from}},
            "Price":{{price}},"SalesPriceQuantity":{{per}},"PriceApplicableFromDate":"{{begins}}","PriceApplicableToDate":"{{ends}}"
            """);

    private static string Barcode(string code, string unit, string isDefault = "No") => $$"""
        "ProductNumber":"MUG-01","ProductQuantityUnitSymbol":"{{unit}}","Barcode":"{{code}}","IsDefaultScannedBarcode":"{{isDefault}}"
        """;

    private FinanceProducts On(int year, int month, int day) => new(_bench.Client, _bench.Settings, new FixedClock(new DateTimeOffset(year, month, day, 8, 0, 0, TimeSpan.Zero)));
}

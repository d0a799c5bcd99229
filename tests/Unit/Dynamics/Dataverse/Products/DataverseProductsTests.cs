using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Products;
using Integration.Dynamics.Dataverse.Products;
using Integration.Tests.Unit.Sandbox.Dynamics.Dataverse;
using Integration.Tests.Unit.Sandbox.Shop;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Dataverse.Products;

public sealed class DataverseProductsTests
{
    private static readonly HashSet<string> Price = [ProductFields.Price];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_product_is_read_with_its_units_and_its_prices_on_every_list()
    {
        await using var bench = await RecordsBench.StartAsync();
        await bench.Org.ControlAsync("item", new() { ["inventoryId"] = "CABLE-USB-C", ["weight"] = 0.25, ["prices"] = new JsonArray(new JsonObject { ["priceList"] = "Wholesale", ["price"] = 9 }) });

        var product = await ReadAsync(bench.Products(), "CABLE-USB-C");

        Assert.Equal(("CABLE-USB-C", "USB-C cable", true, 12.49m, 0.25m, "kg", "Each"), (product.Sku, product.Name, product.Enabled, product.Price, product.Weight, product.WeightUnit, product.SalesUnit));
        Assert.Equal([new ProductUnit("Box of 10", 10), new ProductUnit("Each", 1)], product.Units!.OrderBy(unit => unit.Code));
        Assert.Equal([new(null, 1, 11.49m, "EUR"), new(null, 1, 9.87m, "GBP"), new(null, 1, 1874m, "JPY"), new ProductPrice("Wholesale", 1, 9m, "USD")], product.Prices!);
        Assert.Equal(ProductKind.NonStock, (await ReadAsync(bench.Products(), "GIFT-WRAP")).Kind);
    }

    [Theory]
    [InlineData("Active", true)]
    [InlineData("Under Revision", true)]
    [InlineData("Draft", false)]
    [InlineData("Retired", false)]
    public async Task The_state_says_whether_it_is_sold(string state, bool enabled)
    {
        await using var bench = await RecordsBench.StartAsync();
        await bench.Org.ControlAsync("item", new() { ["inventoryId"] = "MUG-01", ["status"] = state });

        Assert.Equal(enabled, (await ReadAsync(bench.Products(), "MUG-01")).Enabled);
    }

    [Fact]
    public async Task Without_a_price_on_the_list_the_products_own_counts_and_a_list_that_is_not_there_is_told()
    {
        await using var bench = await RecordsBench.StartAsync();
        await bench.Org.ControlAsync("item", new() { ["inventoryId"] = "MUG-01", ["prices"] = new JsonArray(new JsonObject { ["priceList"] = "Web", ["price"] = null }) });

        Assert.Equal(8.95m, (await ReadAsync(bench.Products(), "MUG-01")).Price);
        Assert.Equal(8.95m, (await ReadAsync(bench.Products(new ProductCatalogue()), "MUG-01")).Price);
        var unlisted = bench.Products(new ProductCatalogue { MainList = "Retail" });
        Assert.Equal("products.priceList", Assert.Single(Assert.IsType<ReadOutcome<Product>.Unreadable>(await unlisted.ReadAsync(await IdAsync(bench.Products(), "MUG-01"), Ct)).Reasons).Field);
    }

    [Fact]
    public async Task A_change_of_the_product_or_of_its_price_lists_it_once()
    {
        var time = new SteppedTime();
        await using var bench = await RecordsBench.StartAsync(clock: time);
        var products = bench.Products();
        time.Step(TimeSpan.FromMinutes(1));
        await RecordsBench.AllAsync(products.ChangedSinceAsync(time.GetUtcNow(), Ct));
        time.Step(TimeSpan.FromMinutes(1));
        await bench.Org.ControlAsync("item", new() { ["inventoryId"] = "MUG-01", ["description"] = "Mug, white" });
        await bench.Org.ControlAsync("item", new() { ["inventoryId"] = "MUG-02", ["prices"] = new JsonArray(new JsonObject { ["priceList"] = "Web", ["price"] = 1 }) });

        var changed = await RecordsBench.AllAsync(products.ChangedSinceAsync(time.GetUtcNow(), Ct));

        Assert.Equal(new[] { await IdAsync(products, "MUG-01"), await IdAsync(products, "MUG-02") }.Order(), changed.Select(record => record.Id).Order());
    }

    [Fact]
    public async Task A_product_that_is_made_can_be_ordered_at_once()
    {
        await using var bench = await RecordsBench.StartAsync();

        var made = Assert.IsType<WriteOutcome.Done>(await bench.Products().CreateAsync(Vase, Ct));

        var product = await ReadAsync(bench.Products(), "VASE-ŁÓDŹ");
        Assert.Equal((made.Ref.Id, 34.5m, true), (product.Id, product.Price, product.Enabled));
        var order = await bench.Org.OrderAsync(Web.Order(new JsonObject { ["productid@odata.bind"] = $"/products({made.Ref.Id})", ["uomid@odata.bind"] = Web.Unit("Primary Unit"), ["quantity"] = 1m }));
        Assert.Equal((0, 34.5m), (order.Whole("pricingerrorcode"), order.Amount("totalamount")));
    }

    [Fact]
    public async Task A_second_product_of_a_number_and_one_without_a_unit_are_refused_and_leave_nothing()
    {
        await using var bench = await RecordsBench.StartAsync();

        Assert.IsType<WriteOutcome.Rejected>(await bench.Products().CreateAsync(Vase with { Sku = "MUG-01" }, Ct));
        Assert.Equal("defaultuomid", Assert.Single(Assert.IsType<WriteOutcome.Rejected>(await bench.Products().CreateAsync(Vase with { SalesUnit = "Crate" }, Ct)).Reasons).Field);
        Assert.Equal("products.unitGroup", Assert.Single(Assert.IsType<WriteOutcome.Rejected>(await bench.Products(new ProductCatalogue { UnitGroup = "Pallets" }).CreateAsync(Vase, Ct)).Reasons).Field);

        Assert.IsType<ProductFind.Nothing>(await bench.Products().FindAsync("VASE-ŁÓDŹ", Ct));
        Assert.Equal(8.95m, (await ReadAsync(bench.Products(), "MUG-01")).Price);
    }

    [Fact]
    public async Task A_price_is_changed_on_the_list_and_put_there_where_it_was_missing()
    {
        await using var bench = await RecordsBench.StartAsync();
        var products = bench.Products(new ProductCatalogue { MainList = "Wholesale" });
        var (on, off) = (await ReadAsync(products, "MUG-01"), await ReadAsync(products, "MUG-02"));

        Assert.IsType<WriteOutcome.Done>(await products.UpdateAsync(on.Id, on with { Price = 7m, Name = "not asked for" }, Price, Ct));
        Assert.IsType<WriteOutcome.Done>(await products.UpdateAsync(off.Id, off with { Price = 6m }, Price, Ct));

        Assert.Equal((7m, "Mug white"), ((await ReadAsync(products, "MUG-01")).Price, (await ReadAsync(products, "MUG-01")).Name));
        Assert.Equal(6m, (await ReadAsync(products, "MUG-02")).Price);
        Assert.Equal(8.95m, (await ReadAsync(bench.Products(), "MUG-01")).Price);
    }

    [Fact]
    public async Task With_dual_write_nothing_is_written()
    {
        await using var bench = await RecordsBench.StartAsync();
        var products = bench.Products(new ProductCatalogue { MainList = "Web", IsWritten = false });
        var before = bench.Calls;

        Assert.Empty(products.Writable);
        Assert.IsType<WriteOutcome.Rejected>(await products.CreateAsync(Vase, Ct));
        Assert.IsType<WriteOutcome.Rejected>(await products.UpdateAsync(Guid.NewGuid().ToString(), Vase, Price, Ct));

        Assert.Equal(before, bench.Calls);
    }

    private static Product Vase { get; } = new() { Id = "", Sku = "VASE-ŁÓDŹ", Name = "Vase „Łódź”", Description = "Glass", Price = 34.5m, Weight = 1.25m, Enabled = true };

    private static async Task<string> IdAsync(DataverseProducts products, string sku) => Assert.Single(Assert.IsType<ProductFind.Found>(await products.FindAsync(sku, Ct)).Items).Product;

    private static async Task<Product> ReadAsync(DataverseProducts products, string sku) =>
        Assert.IsType<ReadOutcome<Product>.Found>(await products.ReadAsync(await IdAsync(products, sku), Ct)).Value;
}

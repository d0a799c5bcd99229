using System.Text.Json.Nodes;
using Integration.Contracts.Operations;
using Integration.Sandbox.Shop;
using Xunit;
using static Integration.Tests.Compliance.Connectors.Products.ProductBench;

namespace Integration.Tests.Compliance.Connectors.Products;

/// <summary>Products between both stand-ins, end to end.</summary>
public sealed class ProductLaneTests
{
    private const int MostWrites = 60;

    [Theory, InlineData(ShopApi.Legacy54), InlineData(ShopApi.Rest55)]
    public async Task At_the_first_meeting_prices_come_from_the_ERP_texts_stay_and_nothing_is_written_twice(ShopApi api)
    {
        await using var bench = await ProductBench.StartAsync(api, Lane());

        await bench.ShownAsync("MUG-01", mug => Price(mug) == 8.95m && Breaks(mug).Contains("Wholesale 10 6.9"));
        await bench.ShownAsync("TEE", tee => tee["variants"]!.AsArray().Single(variant => (string?)variant!["sku"] == "TEE-BLU-L")!["price"]?.GetValue<decimal>() == 21.5m);
        var writes = await bench.QuietAsync();

        Assert.Equal("Stoneware Mug", (string?)(await bench.InShopAsync("MUG-01"))!["name"]);
        // From the first piece on only the older API takes it.
        Assert.Equal(api == ShopApi.Legacy54, Breaks((await bench.InShopAsync("MUG-01"))!).Contains("Wholesale 1 7.5"));
        Assert.Equal(0, writes.Erp);
        Assert.Equal("NOT-IN-ERP", Assert.Single(bench.Told<AttentionRaised>(), raised => raised.Class == AttentionClasses.MissingInErp).Number);
        Assert.Single(bench.Told<AttentionRaised>());

        await bench.StaffAsync("MUG-01", new { price = 1.00m });
        await bench.ShownAsync("MUG-01", mug => Price(mug) == 8.95m);
    }

    [Theory, InlineData(ShopApi.Legacy54), InlineData(ShopApi.Rest55)]
    public async Task An_item_made_for_export_is_made_in_the_shop_and_follows_price_and_status(ShopApi api)
    {
        await using var bench = await ProductBench.StartAsync(api, Lane());
        await bench.ClerkAsync(new
        {
            inventoryId = "VASE-ŁÓDŹ", description = "Vase „Łódź”", content = "<p>Blown glass</p>", price = 34.5m, weight = 1.25m, weightUnit = "KG", export = true, category = 3,
            imageUrl = "https://pictures.example.com/vase.jpg", prices = new[] { new { priceClass = "WHOLESALE", from = 5m, price = 30.125m } },
        });

        var vase = await bench.ShownAsync("VASE-ŁÓDŹ", made => Breaks(made).Length > 0 && made["images"]!.AsArray().Count > 0);
        Assert.Equal(("Vase „Łódź”", "<p>Blown glass</p>", 34.5m, 1.25m, true), ((string?)vase["name"], (string?)vase["description"], Price(vase), vase["weight"]!.GetValue<decimal>(), vase["enabled"]!.GetValue<bool>()));
        Assert.Equal(["Electronics"], vase["categories"]!.AsArray().Select(category => (string?)category));
        Assert.Equal(["https://pictures.example.com/vase.jpg"], vase["images"]!.AsArray().Select(image => (string?)image));
        Assert.Equal(["Wholesale 5 30.125"], Breaks(vase));

        await bench.ClerkAsync(new { inventoryId = "VASE-ŁÓDŹ", prices = new[] { new { priceClass = "WHOLESALE", from = 5m, price = 29m }, new { priceClass = "WHOLESALE", from = 20m, price = 27m } } });
        await bench.ShownAsync("VASE-ŁÓDŹ", shown => Breaks(shown) is ["Wholesale 20 27", "Wholesale 5 29"]);
        await bench.ClerkAsync(new { inventoryId = "VASE-ŁÓDŹ", status = "Inactive" });
        await bench.ShownAsync("VASE-ŁÓDŹ", shown => !shown["enabled"]!.GetValue<bool>());
        await bench.ClerkAsync(new { inventoryId = "VASE-ŁÓDŹ", status = "Active", price = 36m });
        await bench.ShownAsync("VASE-ŁÓDŹ", shown => shown["enabled"]!.GetValue<bool>() && Price(shown) == 36m);

        var quiet = await bench.QuietAsync();
        Assert.Equal(0, quiet.Erp);
        // Made once, with a picture and a price; then four changes, of which one has two prices.
        Assert.InRange(quiet.Shop, 1, MostWrites);
    }

    [Fact]
    public async Task Where_the_pair_allows_it_texts_go_to_the_ERP_and_do_not_come_back()
    {
        await using var bench = await ProductBench.StartAsync(ShopApi.Legacy54, Lane(toErp: true));
        await bench.KeptAsync("HUB-7P", item => (string?)item["description"] == "USB Hub, 7 Ports");
        var before = await bench.QuietAsync();

        await bench.StaffAsync("HUB-7P", new { name = "USB Hub – 7 Anschlüsse" });
        await bench.KeptAsync("HUB-7P", item => (string?)item["description"] == "USB Hub – 7 Anschlüsse");

        // The shop's name counts, so that the clerk's is written over.
        await bench.ClerkAsync(new { inventoryId = "HUB-7P", description = "Changed by the clerk" });
        await bench.KeptAsync("HUB-7P", item => (string?)item["description"] == "USB Hub – 7 Anschlüsse");

        Assert.Equal(before.Erp + 2, (await bench.QuietAsync()).Erp);
        Assert.Equal("USB Hub – 7 Anschlüsse", (string?)(await bench.InShopAsync("HUB-7P"))!["name"]);
    }

    [Fact]
    public async Task A_pair_that_only_observes_shows_what_it_would_write_and_writes_nothing()
    {
        await using var bench = await ProductBench.StartAsync(ShopApi.Legacy54, Lane(toErp: true), mode: "observe");

        await Eventually.TrueAsync(() => bench.Told<ActivityRecorded>().Any(told => told.Number == "MUG-01" && told.Summary.Contains("price 8.95 instead of 12.5", StringComparison.Ordinal)), "the price is shown");
        await Eventually.TrueAsync(() => bench.Told<ActivityRecorded>().Any(told => told.Number == "MUG-01" && told.Summary.Contains("live it would write to the ERP: name", StringComparison.Ordinal)), "the name is shown");

        Assert.Equal((0, 0), await bench.QuietAsync());
    }

    private static JsonObject Lane(bool toErp = false) => new() { ["currency"] = "USD", ["toErp"] = toErp };

    private static decimal Price(JsonObject product) => product["price"]!.GetValue<decimal>();
}

using System.Text.Json.Nodes;
using Integration.Contracts.Operations;
using Integration.Sandbox.Shop;
using Integration.Tests.Servers;
using Xunit;
using static Integration.Tests.Compliance.Connectors.Products.ProductBench;

namespace Integration.Tests.Compliance.Connectors.Products;

/// <summary>Variants, attributes, pictures, prices and new products between both stand-ins, end to end.</summary>
public sealed class ProductPartsTests(PostgresFixture postgres)
{
    [Theory, InlineData(ShopApi.Legacy54), InlineData(ShopApi.Rest55)]
    public async Task A_template_becomes_a_product_with_variants_and_what_the_ERP_owns_follows(ShopApi api)
    {
        var owners = new JsonObject { ["attributes"] = "erp", ["images"] = "erp" };
        await using var bench = await StartAsync(api, new JsonObject { ["currency"] = "USD", ["owners"] = owners });
        await bench.ClerkAsync(new { inventoryId = "CAP", description = "Cap", price = 15m, template = true, category = 2, imageUrl = "https://pictures.example.com/cap.jpg", attributes = new { MATERIAL = "Wool" } });
        await ItemAsync("CAP-R", "RED", 15m);
        await ItemAsync("CAP-B", "BLU", 16.5m);
        await bench.ClerkAsync(new { inventoryId = "CAP", export = true });

        var cap = await bench.ShownAsync("CAP", made => Variants(made).Length == 2 && Attributes(made).Length == 1);
        Assert.Equal(["CAP-B 16.5 0 Colour=Blue", "CAP-R 15 0 Colour=Red"], Variants(cap));
        Assert.Equal(["Material=Wool"], Attributes(cap));
        Assert.Equal(["https://pictures.example.com/cap.jpg"], cap["images"]!.AsArray().Select(image => (string?)image));

        await ItemAsync("CAP-G", "GRN", 17m);
        await bench.ClerkAsync(new { inventoryId = "CAP", attributes = new { MATERIAL = "Baumwolle „Łódź”" }, imageUrl = "https://pictures.example.com/cap-back.jpg" });
        // Saving the product by hand makes the shop check which variants it may have.
        await bench.StaffAsync("CAP", new { weight = 0.2m });
        cap = await bench.ShownAsync("CAP", made => Variants(made).Length == 3 && Attributes(made) is ["Material=Baumwolle „Łódź”"] && made["images"]!.AsArray().Count == 2);
        Assert.Equal(["CAP-B 16.5 0 Colour=Blue", "CAP-G 17 0 Colour=Green", "CAP-R 15 0 Colour=Red"], Variants(cap));
        Assert.DoesNotContain(bench.Told<AttentionRaised>(), raised => raised.Number?.StartsWith("CAP", StringComparison.Ordinal) == true);

        Task ItemAsync(string sku, string colour, decimal price) =>
            bench.ClerkAsync(new { inventoryId = sku, description = sku, price, templateId = "CAP", itemClass = "WEBTEE", attributes = new { COLOR = colour } });
    }

    [Fact]
    public async Task On_PostgreSQL_a_product_is_made_in_the_ERP_and_an_empty_text_there_is_filled_from_the_shop()
    {
        await using var bench = await StartAsync(ShopApi.Legacy54, new JsonObject { ["currency"] = "USD", ["toErp"] = true, ["newInErp"] = true }, postgres: postgres);
        await bench.StaffAsync("MUG-02", new { description = "<p>Schwarz, 300 ml</p>" });
        await bench.StaffAsync("BOWL-ŁÓDŹ", new { name = "Schüssel „Łódź”", description = "<p>Steingut</p>", price = 21.75m, weight = 0.8m });

        var bowl = await bench.KeptAsync("BOWL-ŁÓDŹ", item => (string?)item["content"] == "<p>Steingut</p>");
        Assert.Equal(("Schüssel „Łódź”", 21.75m, 0.8m), ((string?)bowl["description"], bowl["price"]!.GetValue<decimal>(), bowl["weight"]!.GetValue<decimal>()));
        await bench.KeptAsync("MUG-02", item => (string?)item["content"] == "<p>Schwarz, 300 ml</p>");

        // From now on the ERP decides what it costs.
        await bench.ClerkAsync(new { inventoryId = "BOWL-ŁÓDŹ", price = 19.95m });
        await bench.ShownAsync("BOWL-ŁÓDŹ", product => product["price"]!.GetValue<decimal>() == 19.95m);
        Assert.Single(await bench.ItemsAsync(), item => (string?)item["inventoryID"] == "BOWL-ŁÓDŹ");
    }

    [Theory, InlineData(ShopApi.Legacy54), InlineData(ShopApi.Rest55)]
    public async Task Breaks_for_everybody_and_for_classes_follow_and_a_new_product_gets_its_stock_at_once(ShopApi api)
    {
        await using var bench = await StartAsync(api, new JsonObject { ["currency"] = "USD" }, stock: true);
        await bench.ClerkAsync(new { inventoryId = "JUG", description = "Jug", price = 30m });
        await bench.ReceiveAsync("JUG", 7);
        await bench.ToldMissingAsync("JUG");

        // The shop gives a new product a thousand pieces.
        await bench.StaffAsync("JUG", new { name = "Jug", price = 30m });
        await bench.ShownAsync("JUG", jug => jug["amount"]!.GetValue<int>() == 7);

        object[] prices =
        [
            new { from = 10m, price = 28m }, new { priceClass = "VIP", from = 2m, price = 27.5m }, new { priceClass = "WHOLESALE", from = 5m, price = 26m }, new { priceClass = "WHOLESALE", from = 50m, price = 24.125m },
        ];
        await bench.ClerkAsync(new { inventoryId = "JUG", prices });
        await bench.ShownAsync("JUG", jug => Breaks(jug) is [" 10 28", "VIP 2 27.5", "Wholesale 5 26", "Wholesale 50 24.125"]);
        await bench.ClerkAsync(new { inventoryId = "JUG", prices = new[] { new { priceClass = "VIP", from = 2m, price = (decimal?)null } } });
        await bench.ShownAsync("JUG", jug => Breaks(jug) is [" 10 28", "Wholesale 5 26", "Wholesale 50 24.125"]);
    }

    private static string[] Variants(JsonObject product) =>
        [.. product["variants"]!.AsArray().Select(row => $"{row!["sku"]} {row["price"]} {row["amount"]} {string.Join(' ', row["options"]!.AsArray())}").Order(StringComparer.Ordinal)];

    private static string[] Attributes(JsonObject product) => [.. product["attributes"]!.AsArray().Select(attribute => (string)attribute!)];
}

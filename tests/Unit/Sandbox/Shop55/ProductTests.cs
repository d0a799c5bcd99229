using System.Text.Json.Nodes;
using Integration.Tests.Unit.Sandbox.Shop;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Shop55;

public sealed class ProductTests
{
    [Fact]
    public async Task A_new_product_has_1000_pieces_and_its_sku_is_its_own()
    {
        await using var shop = await RunningShop55.StartAsync();

        var made = await shop.WriteAsync(HttpMethod.Post, "products", New("ERP-1"), expected: 201);

        Assert.Equal(("ERP-1", 1000, true), ((string?)made["sku"], (int)made["amount"]!, (bool)made["enabled"]!));
        Assert.Equal("SKU erp-1 is not unique", await shop.RefusedAsync(400, HttpMethod.Post, "products", New("erp-1")));
        Assert.Equal("SKU TEE-RED-M is not unique", await shop.RefusedAsync(400, HttpMethod.Post, "products", New("TEE-RED-M")));
        Assert.Equal(made.ToJsonString(), (await shop.GetAsync($"products/{made["id"]}")).ToJsonString());
    }

    [Fact]
    public async Task A_put_changes_what_was_sent_and_keeps_the_rest()
    {
        var time = new SteppedTime();
        await using var shop = await RunningShop55.StartAsync(options => options with { Time = time });
        var before = (await shop.GetAsync("products")).AsArray().Single(product => (string?)product!["sku"] == "MUG-01")!;
        time.Step(TimeSpan.FromMinutes(1));

        var after = await shop.WriteAsync(HttpMethod.Put, $"products/{before["id"]}", new JsonObject { ["amount"] = 7, ["no_such_field"] = 1 });

        Assert.Equal(7, (int)after["amount"]!);
        Assert.NotEqual((string?)before["update_date"], (string?)after["update_date"]);
        foreach (var (name, value) in before.AsObject().Where(pair => pair.Key is not ("amount" or "update_date")))
        {
            Assert.True(JsonNode.DeepEquals(value, after[name]), name);
        }

        time.Step(TimeSpan.FromMinutes(1));
        var same = await shop.WriteAsync(HttpMethod.Put, $"products/{before["id"]}", new JsonObject { ["amount"] = 7 });
        Assert.Equal((string?)after["update_date"], (string?)same["update_date"]);
    }

    [Fact]
    public async Task A_broken_rule_or_type_is_400_and_changes_nothing()
    {
        await using var shop = await RunningShop55.StartAsync();
        var product = (await shop.GetAsync("products/2")).ToJsonString();

        Assert.Equal(
            "Input validations failed: sku: This value should not be blank.\nname: This value should not be blank.",
            await shop.RefusedAsync(400, HttpMethod.Post, "products", new JsonObject()));
        Assert.Equal(
            "Input validations failed: amount: This value should be either positive or zero.",
            await shop.RefusedAsync(400, HttpMethod.Put, "products/2", new JsonObject { ["amount"] = -1 }));
        Assert.Equal(
            "The type of the \"amount\" attribute must be \"int\", \"string\" given.",
            await shop.RefusedAsync(400, HttpMethod.Put, "products/2", new JsonObject { ["amount"] = "7" }));
        Assert.Equal(
            "The type of the \"amount\" attribute must be \"int\", \"float\" given.",
            await shop.RefusedAsync(400, HttpMethod.Put, "products/2", new JsonObject { ["amount"] = 7.5 }));
        Assert.StartsWith(
            "Input validations failed: sku: This value is too long.",
            await shop.RefusedAsync(400, HttpMethod.Post, "products", New(new string('S', 33))),
            StringComparison.Ordinal);
        Assert.Equal("Not Found", await shop.RefusedAsync(404, HttpMethod.Put, "products/999", new JsonObject { ["amount"] = 1 }));
        Assert.Equal(product, (await shop.GetAsync("products/2")).ToJsonString());
    }

    [Fact]
    public async Task Products_are_sorted_but_not_searched()
    {
        await using var shop = await RunningShop55.StartAsync();

        var all = (await shop.GetAsync("products?sku=MUG-01")).AsArray();
        var dearest = (await shop.GetAsync("products?order[price]=desc&itemsPerPage=1"))[0]!;

        Assert.Equal(18, all.Count);
        Assert.Equal("DESK-01", (string?)dearest["sku"]);
    }

    [Fact]
    public async Task A_variant_is_changed_below_its_product_only()
    {
        await using var shop = await RunningShop55.StartAsync();
        var variants = (await shop.GetAsync("products/1/variants")).AsArray();
        var own = variants.Single(variant => (string?)variant!["sku"] == "TEE-RED-M")!;
        var shared = variants.Single(variant => (string?)variant!["sku"] == "TEE-BLU-L")!;

        var after = await shop.WriteAsync(HttpMethod.Put, $"products/1/variants/{own["id"]}", new JsonObject { ["amount"] = 9 });

        Assert.Equal((9, 21.5m, false), ((int)after["amount"]!, (decimal)after["price"]!, (bool)after["default_amount"]!));
        Assert.True((bool)shared["default_amount"]!);
        Assert.Equal(9, (int)(await shop.Control.StateAsync())["stock"]!["TEE-RED-M"]!);
        Assert.Equal("Not Found", await shop.RefusedAsync(404, HttpMethod.Get, $"products/2/variants/{own["id"]}"));
        Assert.Equal(
            "SKU MUG-01 is not unique",
            await shop.RefusedAsync(400, HttpMethod.Put, $"products/1/variants/{own["id"]}", new JsonObject { ["sku"] = "MUG-01" }));
    }

    [Fact]
    public async Task A_variant_is_made_and_deleted()
    {
        await using var shop = await RunningShop55.StartAsync();

        Assert.Equal("Variant must have attribute values", await shop.RefusedAsync(400, HttpMethod.Post, "products/2/variants", new JsonObject { ["sku"] = "MUG-01-B" }));
        var attribute = await shop.WriteAsync(HttpMethod.Post, "products/2/attributes_select", new JsonObject { ["name"] = "Glaze" }, expected: 201);
        var values = new List<JsonNode>();
        foreach (var glaze in (string[])["Blue", "Green"])
        {
            var option = await shop.WriteAsync(HttpMethod.Post, $"products/2/attributes_select/{attribute["id"]}/options", new JsonObject { ["value"] = glaze }, expected: 201);
            values.Add((await shop.WriteAsync(HttpMethod.Post, $"products/2/attributes_select/{attribute["id"]}/values", new JsonObject { ["option_id"] = (long)option["id"]! }, expected: 201))["id"]!.DeepClone());
        }

        JsonObject Blue(string sku) => new() { ["sku"] = sku, ["amount"] = 4, ["attribute_select_values"] = new JsonArray(values[0].DeepClone()) };
        var made = await shop.WriteAsync(HttpMethod.Post, "products/2/variants", Blue("MUG-01-B"), expected: 201);
        Assert.Equal("Variant with specified attribute values already exists", await shop.RefusedAsync(400, HttpMethod.Post, "products/2/variants", Blue("MUG-01-C")));
        using var deleted = await shop.SendAsync(HttpMethod.Delete, $"products/2/variants/{made["id"]}", RunningShop55.FullToken);

        Assert.Equal(4, (int)made["amount"]!);
        Assert.Equal(204, (int)deleted.StatusCode);
        Assert.Empty((await shop.GetAsync("products/2/variants")).AsArray());
    }

    [Fact]
    public async Task A_deleted_product_leaves_its_orders_with_product_0()
    {
        await using var shop = await RunningShop55.StartAsync();
        var order = (await shop.CheckoutAsync())["orderId"];
        var product = (await shop.GetAsync($"orders/{order}"))["items"]![0]!["product_id"];

        using var deleted = await shop.SendAsync(HttpMethod.Delete, $"products/{product}", RunningShop55.FullToken);

        Assert.Equal(204, (int)deleted.StatusCode);
        Assert.Equal("Not Found", await shop.RefusedAsync(404, HttpMethod.Get, $"products/{product}"));
        var item = (await shop.GetAsync($"orders/{order}"))["items"]![0]!;
        Assert.Equal((0, "MUG-01"), ((int)item["product_id"]!, (string?)item["sku"]));
    }

    [Fact]
    public async Task A_stock_write_can_be_overwritten_by_a_sale_as_in_5_4()
    {
        await using var shop = await RunningShop55.StartAsync();
        await shop.Control.PostControlAsync("races", new { overwrittenStockWrites = 1 });

        var answered = await shop.WriteAsync(HttpMethod.Put, "products/2", new JsonObject { ["amount"] = 7 });

        Assert.Equal(7, (int)answered["amount"]!);
        Assert.Equal(500, (int)(await shop.GetAsync("products/2"))["amount"]!);
    }

    [Fact]
    public async Task Categories_coupons_and_classes_can_be_read()
    {
        await using var shop = await RunningShop55.StartAsync();

        Assert.Equal(["Office", "Electronics"], (await shop.GetAsync("categories")).AsArray().Select(row => (string?)row!["name"]));
        Assert.Equal(1, (int)(await shop.GetAsync("categories/2"))["parent"]!);
        Assert.Equal(["SAVE10", "FLAT5", "FULL100"], (await shop.GetAsync("coupons")).AsArray().Select(row => (string?)row!["code"]));
        Assert.Equal(["Wholesale", "VIP"], (await shop.GetAsync("memberships")).AsArray().Select(row => (string?)row!["name"]));
        foreach (var path in (string[])["tax_classes", "product_classes"])
        {
            Assert.Empty((await shop.GetAsync(path)).AsArray());
            Assert.Equal("Not Found", await shop.RefusedAsync(404, HttpMethod.Get, $"{path}/1"));
        }
    }

    private static JsonObject New(string sku) => new() { ["sku"] = sku, ["name"] = "From the ERP", ["price"] = 12.5 };
}

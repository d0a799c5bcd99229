using Integration.Sandbox.Shop;
using Integration.Tests.Unit.Sandbox.Shop;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Shop55;

public sealed class SameShopTests
{
    [Fact]
    public async Task A_5_4_and_a_5_5_shop_made_from_the_same_orders_tell_the_same_totals()
    {
        await using var legacy = await RunningShop.StartAsync();
        await using var rest = await RunningShop55.StartAsync();
        var plain = RunningShop.Checkout("TEE-RED-M", 3);
        plain["coupon"] = "SAVE10";
        var euro = RunningShop.Checkout("PEN-10", 7);
        euro["currency"] = "EUR";
        euro["coupon"] = "FLAT5";
        var yen = RunningShop.Checkout("CHAIR-01", 5);
        yen["currency"] = "JPY";
        var free = RunningShop.Checkout("PEN-10", 1);
        free["coupon"] = "FULL100";
        free["shippingMethod"] = "Local pickup";
        foreach (var checkout in new[] { plain, euro, yen, free })
        {
            await legacy.CheckoutAsync(checkout);
            await rest.CheckoutAsync(checkout);
        }

        var complex = (await legacy.GetAsync("order", "&_schema=complex"))!.AsArray().OrderBy(order => (string?)order!["orderNumber"]).ToList();
        var orders = (await rest.GetAsync("orders")).AsArray();

        Assert.Equal(4, orders.Count);
        for (var i = 0; i < orders.Count; i++)
        {
            var surcharges = orders[i]!["surcharges"]!.AsArray();
            decimal Sum(string type) => surcharges.Where(row => (string?)row!["type"] == type).Sum(row => (decimal)row!["value"]!);
            Assert.Equal((string?)complex[i]!["orderNumber"], (string?)orders[i]!["order_number"]);
            Assert.Equal((decimal)complex[i]!["total"]!, (decimal)orders[i]!["total"]!);
            Assert.Equal((string?)complex[i]!["currency"], (string?)orders[i]!["currency"]);
            Assert.Equal((decimal)complex[i]!["shippingCost"]!, Sum("shipping"));
            Assert.Equal((decimal)complex[i]!["taxAmount"]!, decimal.Round(Sum("tax"), 2, MidpointRounding.AwayFromZero));
            Assert.Equal((double)complex[i]!["discountValue"]!, (double)Sum("discount"), 6);
            Assert.Equal(
                complex[i]!["items"]!.AsArray().Select(item => ((string?)item!["sku"], (decimal)item["price"]!, (int)item["quantity"]!)),
                orders[i]!["items"]!.AsArray().Select(item => ((string?)item!["sku"], (decimal)item["price"]!, (int)item["amount"]!)));
        }
    }

    [Fact]
    public async Task A_file_made_by_5_4_is_served_by_5_5()
    {
        var folder = Directory.CreateTempSubdirectory("shop55-").FullName;
        try
        {
            var options = new ShopOptions { DataFile = Path.Combine(folder, "shop.db") };
            await using (await ShopStandIn.StartAsync(options, TestContext.Current.CancellationToken))
            {
            }

            await using var shop = await ShopStandIn.StartAsync(options with { Api = ShopApi.Rest55 }, TestContext.Current.CancellationToken);
            using var client = new HttpClient { BaseAddress = shop.BaseUrl };
            client.DefaultRequestHeaders.Add("X-AUTH-TOKEN", options.ReadKey);
            var text = await client.GetStringAsync(new Uri("api/products?itemsPerPage=1", UriKind.Relative), TestContext.Current.CancellationToken);

            Assert.Contains("\"sku\":\"TEE\"", text, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

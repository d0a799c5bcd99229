using System.Text.Json.Nodes;
using Integration.Run.Stack;
using Xunit;

namespace Integration.Tests.EndToEnd.Payments;

/// <summary>A shop's day of money: whatever its customers and staff do, the ERP's books show it once, to the cent, in every currency.</summary>
public sealed class BooksAgreeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact(Timeout = 180_000)]
    public async Task The_books_show_every_capture_refund_and_void_once()
    {
        using var data = new TemporaryFolder();
        var options = new StackOptions
        {
            DataRoot = data.Path, Full = true, EditPair = pair => pair["lanes"] = new JsonObject { ["payments"] = true },
        };
        await using var stack = await Stacks.StartAsync(options, new Dictionary<string, string>(), TestContext.Current.SendDiagnosticMessage, Ct);
        using var http = new HttpClient();
        var money = new ShopMoney(http, stack.State.Shop, stack.State.Erp, Ct);

        var paid = await money.PlaceAsync();
        var inParts = await money.PlaceAsync(new JsonObject { ["payment"] = "authorized" });
        var givenUp = await money.PlaceAsync(new JsonObject { ["payment"] = "authorized" });
        var undone = await money.PlaceAsync();
        await money.PlaceAsync(new JsonObject { ["currency"] = "EUR" });
        await money.PlaceAsync(new JsonObject { ["giftCard"] = 10m });
        var offline = await money.PlaceAsync(new JsonObject { ["paymentMethod"] = "Money Order" });
        await UntilAsync(async () => await money.OrdersInErpAsync() == 6, "all but the unpaid order are in the ERP");

        await money.ActAsync(inParts, "capture", new JsonObject { ["amount"] = 10.01m });
        await money.ActAsync(inParts, "capture", new JsonObject { ["amount"] = 5m });
        await money.ActAsync(givenUp, "void");
        await money.ActAsync(undone, "void");
        await money.ActAsync(paid, "refund", new JsonObject { ["shippingOnly"] = true });
        await money.ActAsync(offline, "pay");
        // The transaction of an offline order never shows that it was paid.
        var outside = await money.TotalAsync(offline);
        await UntilAsync(async () => Agree(await money.InShopAsync(), await money.InErpAsync(), outside), "captures, the void and the first refund agree");

        // A second partial refund moves no stamp of the order; after it the rest of a part that was captured goes back too.
        await money.ActAsync(paid, "refund", new JsonObject { ["amount"] = 1.23m });
        await money.ActAsync(inParts, "refund", new JsonObject { ["amount"] = 12m });
        await UntilAsync(async () => Agree(await money.InShopAsync(), await money.InErpAsync(), outside), "all refunds agree");

        var keys = (await money.DocumentsAsync()).Select(document => (string)document["externalRef"]!).ToList();
        Assert.Equal(keys.Count, keys.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(3, (await money.DocumentsAsync()).Count(document => (string)document["type"]! == "Refund"));
        Assert.Contains(await money.DocumentsAsync(), document => (string)document["paymentMethod"]! == "GIFTCARD" && document["paymentAmount"]!.GetValue<decimal>() == 10m);
        Assert.Equal("Voided", (string)Assert.Single(await money.DocumentsAsync(), document => (string)document["status"]! == "Voided")["status"]!);
    }

    private static bool Agree(Dictionary<string, (decimal Captured, decimal Refunded)> shop, Dictionary<string, (decimal Captured, decimal Refunded)> erp, decimal outside) =>
        shop.All(currency => erp.GetValueOrDefault(currency.Key) == (currency.Value.Captured + (currency.Key == "USD" ? outside : 0), currency.Value.Refunded));

    private static Task UntilAsync(Func<Task<bool>> condition, string expectation) => Eventually.TrueAsync(condition, expectation, seconds: 60, everyMs: 200);
}

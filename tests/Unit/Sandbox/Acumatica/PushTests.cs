using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Integration.Sandbox.Faults;
using Integration.Sandbox.Serving;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Acumatica;

public sealed class PushTests
{
    [Fact]
    public async Task A_new_order_is_pushed_with_the_secret_and_a_changed_one_with_both_rows()
    {
        await using var erp = await Erp.StartAsync();
        await using var receiver = await Receiver.StartAsync(_ => 200);
        await SubscribeAsync(erp, receiver, "PX-SalesOrders");

        var order = await erp.OrderAsync();
        var inserted = await receiver.NextAsync();
        Assert.Equal("s3cret", inserted.Secret);
        Assert.Equal(("PX-SalesOrders", "Company"), (inserted.Body["Query"]!.GetValue<string>(), inserted.Body["CompanyId"]!.GetValue<string>()));
        Assert.Equal(order.Value("OrderNbr"), Assert.Single(inserted.Body["Inserted"]!.AsArray())!["OrderNbr"]!.GetValue<string>());
        Assert.Empty(inserted.Body["Deleted"]!.AsArray());

        await erp.ControlAsync("cancel", new() { ["orderNbr"] = order.Value("OrderNbr") });
        var changed = await receiver.NextAsync();
        Assert.Equal(("Open", "Canceled"), (changed.Body["Deleted"]![0]!["Status"]!.GetValue<string>(), changed.Body["Inserted"]![0]!["Status"]!.GetValue<string>()));
        Assert.True(changed.Body["TimeStamp"]!.GetValue<long>() > inserted.Body["TimeStamp"]!.GetValue<long>());
        Assert.NotEqual(inserted.Body["Id"]!.GetValue<string>(), changed.Body["Id"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_movement_of_stock_is_pushed_and_a_silent_one_is_not()
    {
        await using var erp = await Erp.StartAsync();
        await using var receiver = await Receiver.StartAsync(_ => 200);
        await SubscribeAsync(erp, receiver, "PX-StockStatus");
        static JsonObject Adjust(string sku, bool silent) => new() { ["silent"] = silent, ["lines"] = new JsonArray(new JsonObject { ["inventoryId"] = sku, ["qty"] = 1 }) };

        await erp.ControlAsync("stock/adjust", Adjust("MUG-01", silent: true));
        await erp.ControlAsync("stock/adjust", Adjust("MUG-02", silent: false));

        var row = Assert.Single((await receiver.NextAsync()).Body["Inserted"]!.AsArray())!;
        Assert.Equal(("MUG-02", "MAIN"), (row["InventoryID"]!.GetValue<string>().TrimEnd(), row["WarehouseID"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_message_that_is_not_taken_is_tried_five_times_and_then_counts_as_failed()
    {
        await using var erp = await Erp.StartAsync();
        await using var receiver = await Receiver.StartAsync(_ => 503);
        await SubscribeAsync(erp, receiver, "SalesOrders");

        await erp.OrderAsync();

        for (var attempt = 0; attempt < 5; attempt++)
        {
            await receiver.NextAsync();
        }

        await Eventually.TrueAsync(async () => (await erp.SendAsync(HttpMethod.Get, "/_sandbox/push")).Json["failed"]!.GetValue<int>() == 1, "the message is given up");
        Assert.Equal(5, receiver.Received);
    }

    [Fact]
    public async Task A_message_that_fails_at_first_arrives_later()
    {
        await using var erp = await Erp.StartAsync();
        await using var receiver = await Receiver.StartAsync(number => number < 3 ? 500 : 202);
        await SubscribeAsync(erp, receiver, "SalesOrders");

        await erp.OrderAsync();

        await Eventually.TrueAsync(async () => (await erp.SendAsync(HttpMethod.Get, "/_sandbox/push")).Json["sent"]!.GetValue<int>() == 1, "the message is sent");
        Assert.Equal(3, receiver.Received);
    }

    [Fact]
    public async Task Duplicates_can_be_switched_on_and_keep_the_id()
    {
        await using var erp = await Erp.StartAsync(settings => settings.DuplicatePush = true);
        await using var receiver = await Receiver.StartAsync(_ => 200);
        await SubscribeAsync(erp, receiver, "SalesOrders");

        await erp.OrderAsync();

        var (first, second) = (await receiver.NextAsync(), await receiver.NextAsync());
        Assert.Equal(first.Body["Id"]!.GetValue<string>(), second.Body["Id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Padded_keys_travel_with_their_padding_and_subscriptions_outlive_a_restart()
    {
        await using var erp = await Erp.StartAsync();
        await using var receiver = await Receiver.StartAsync(_ => 200);
        await SubscribeAsync(erp, receiver, "StockItems");

        await erp.RestartAsync();
        await erp.PutAsync("StockItem", Web.Record(("InventoryID", "MUG-01"), ("Description", "Mug")));

        var sku = (await receiver.NextAsync()).Body["Inserted"]![0]!["InventoryID"]!.GetValue<string>();
        Assert.Equal(("MUG-01", 30), (sku.TrimEnd(), sku.Length));
    }

    private static async Task SubscribeAsync(Erp erp, Receiver receiver, string query) => await erp.ControlAsync("push", new JsonObject
    {
        ["url"] = new Uri(receiver.Url, "/push").ToString(), ["headerName"] = "X-Push-Secret", ["headerValue"] = "s3cret", ["query"] = query,
    });

    private sealed class Receiver : IAsyncDisposable
    {
        private readonly BlockingCollection<(JsonNode Body, string Secret)> _messages = [];
        private LoopbackServer _server = null!;
        private int _received;

        public Uri Url => _server.BaseUrl;

        public int Received => _received;

        public static async Task<Receiver> StartAsync(Func<int, int> status)
        {
            var receiver = new Receiver();
            receiver._server = await LoopbackServer.StartAsync(
                0, new FaultPlan(TimeProvider.System), new CallLog(), TimeProvider.System,
                application => application.MapPost("/push", async context =>
                {
                    var number = Interlocked.Increment(ref receiver._received);
                    var body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
                    context.Response.StatusCode = status(number);
                    receiver._messages.Add((body!, context.Request.Headers["X-Push-Secret"].ToString()));
                }),
                TestContext.Current.CancellationToken);
            return receiver;
        }

        public Task<(JsonNode Body, string Secret)> NextAsync() => Task.Run(
            () => _messages.TryTake(out var message, TimeSpan.FromSeconds(20)) ? message : throw new TimeoutException("No push message came."),
            TestContext.Current.CancellationToken);

        public async ValueTask DisposeAsync()
        {
            await _server.DisposeAsync();
            _messages.Dispose();
        }
    }
}

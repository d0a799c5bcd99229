using System.Text;
using System.Text.Json.Nodes;
using Integration.Contracts.Records;
using Integration.Dynamics.Dataverse.Hints;
using Integration.Dynamics.Hints;
using Integration.Tests.Unit.Sandbox.Dynamics.Dataverse;
using Integration.Tests.Unit.Sandbox.Dynamics.DualWrite;
using Xunit;

namespace Integration.Tests.Unit.Dynamics.Dataverse.Hints;

/// <summary>What the connector makes of webhooks as the stand-in of Dataverse sends them.</summary>
public sealed class SentWebhooksTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_name_their_records_though_they_are_cut_and_echoes_of_ours_do_not()
    {
        await using var bench = await RecordsBench.StartAsync(settings => settings.WebhookSize = 500);
        await using var receiver = await WebhookReceiver.StartAsync(_ => 200);
        foreach (var table in (string[])["salesorder", "account"]) await bench.Org.ControlAsync("webhooks", Webhook(receiver, table, ["Create"]));

        var order = await bench.Org.OrderAsync();
        var cut = await receiver.NextAsync();
        Assert.Empty(cut.Body["InputParameters"]!.AsArray());
        Assert.Equal("s3cret", cut.Headers["Integration-Push-Secret"]);
        Assert.Equal([(Entities.Order, order.Text("salesorderid"))], OfSales(cut));

        await bench.Client.CreateAsync("accounts", new JsonObject { ["name"] = "Ours" }, null, Ct);
        Assert.Empty(OfSales(await receiver.NextAsync())!);
        var account = await bench.Org.MakeAsync("accounts", new() { ["name"] = "Theirs" });
        Assert.Equal([(Entities.Customer, account.Text("accountid"))], OfSales(await receiver.NextAsync()));
    }

    [Fact]
    public async Task An_image_names_what_an_update_does_not_show()
    {
        await using var bench = await RecordsBench.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync(_ => 200);
        var order = await bench.Org.OrderAsync();
        await bench.Org.ControlAsync("webhooks", Webhook(receiver, "product", ["Update"], "productnumber"));
        await bench.Org.ControlAsync("webhooks", Webhook(receiver, "salesorderdetail", ["Update", "Delete"], "salesorderid"));

        await bench.Org.ControlAsync("stock/adjust", new() { ["lines"] = new JsonArray(new JsonObject { ["inventoryId"] = "MUG-01", ["onHand"] = 7 }) });
        Assert.Contains((Entities.Stock, "MUG-01"), OfSales(await receiver.NextAsync())!);

        var line = Assert.Single((await bench.Org.GetAsync("salesorderdetails")).Rows)!.Text("salesorderdetailid");
        await bench.Org.PatchAsync($"salesorderdetails({line})", new() { ["quantity"] = 5m });
        Assert.Equal([(Entities.Order, order.Text("salesorderid"))], OfSales(await receiver.NextAsync()));
        await bench.Org.DeleteAsync($"salesorderdetails({line})");
        Assert.Equal([(Entities.Order, order.Text("salesorderid"))], OfSales(await receiver.NextAsync()));
    }

    [Fact]
    public async Task With_dual_write_what_Finance_did_with_an_order_names_it_by_its_number_there_and_our_own_order_does_not()
    {
        await using var linked = await Linked.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync(_ => 200);
        await linked.SettleAsync();
        await linked.SendAsync(HttpMethod.Post, "/_sandbox/webhooks", Webhook(receiver, "salesorder", ["Create", "Update", "Delete"], "msdyn_salesordernumber"));

        var order = await linked.MakeAsync("salesorders?tag=ours", Linked.Order());
        await linked.SettleAsync();
        var number = (await linked.ReadAsync(order)).Text("msdyn_salesordernumber");
        // Webhooks come in no order: dual-write's update may be here before it.
        WebhookCall own;
        do own = await receiver.NextAsync();
        while (own.Body.Text("MessageName") == "Update");
        Assert.Equal("Create", own.Body.Text("MessageName"));
        Assert.Empty(OfDualWrite(own)!);

        await linked.PlayAsync("ship", new() { ["orderNbr"] = number });
        await linked.SettleAsync();
        WebhookCall told;
        do told = await receiver.NextAsync();
        while (!told.Columns.Contains("msdyn_processingstatus") || told.Body["SharedVariables"]!.AsArray().Count > 0);
        Assert.Equal([(Entities.Order, number)], OfDualWrite(told));
        Assert.DoesNotContain("msdyn_salesordernumber", told.Columns);
    }

    private static JsonObject Webhook(WebhookReceiver receiver, string table, string[] messages, params string[] image) => new()
    {
        ["url"] = receiver.Url, ["entity"] = table, ["messages"] = new JsonArray([.. messages.Select(message => (JsonNode)message)]), ["image"] = new JsonArray([.. image.Select(column => (JsonNode)column)]),
        ["headerName"] = "Integration-Push-Secret", ["headerValue"] = "s3cret",
    };

    private static IReadOnlyList<(string Entity, string Id)>? OfSales(WebhookCall call) => Read(call, new WebhookHints(RecordsBench.Tag, SalesRecords.Of));

    private static IReadOnlyList<(string Entity, string Id)>? OfDualWrite(WebhookCall call) => Read(call, new WebhookHints("ours", DualWriteRecords.Of));

    private static IReadOnlyList<(string Entity, string Id)>? Read(WebhookCall call, WebhookHints webhooks) => new DynamicsPush(webhooks).Read(Encoding.UTF8.GetBytes(call.Body.ToJsonString()))?.Records;
}

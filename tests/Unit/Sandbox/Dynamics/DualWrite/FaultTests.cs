using System.Net;
using Integration.Tests.Unit.Sandbox.Dynamics.Dataverse;
using Integration.Tests.Unit.Sandbox.Dynamics.Entra;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Dynamics.DualWrite;

public sealed class FaultTests
{
    [Fact]
    public async Task While_the_maps_are_paused_changes_wait_and_are_played_back()
    {
        await using var linked = await Linked.StartAsync();
        await linked.ControlAsync("pause");

        var order = await linked.OrderAsync();
        Assert.Equal("", order.Text("msdyn_salesordernumber"));
        await linked.PlayAsync("customer", new() { ["customerID"] = "ACME", ["city"] = "Boston" });
        Assert.Equal(3, (await linked.StateAsync()).Whole("queued"));
        Assert.Equal("Paused", (await linked.ListAsync("msdyn_dualwriteruntimeconfigs?$filter=msdyn_internalentityname eq 'salesorder'"))[0].Text("msdyn_status"));

        await linked.ControlAsync("resume");
        Assert.Empty((await linked.SettleAsync())["failures"]!.AsArray());

        var number = (await linked.ReadAsync(order)).Text("msdyn_salesordernumber");
        Assert.Single(await linked.FinanceLinesAsync(number));
        Assert.Equal("Boston", (await linked.SendAsync(HttpMethod.Get, Web.Account("ACME").TrimStart('/'))).Json.Text("address1_city"));
        Assert.Single(await linked.ListAsync("salesorders"));
    }

    [Fact]
    public async Task A_change_arrives_when_its_lag_is_over()
    {
        var time = new ManualTime();
        await using var linked = await Linked.StartAsync(time);
        await linked.ControlAsync("settings", new() { ["lag"] = "00:10:00" });

        var order = await linked.OrderAsync();
        time.Now += TimeSpan.FromMinutes(9);
        await linked.ControlAsync("settings", new() { ["lag"] = 0 });
        await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.Equal(("", 2), ((await linked.ReadAsync(order)).Text("msdyn_salesordernumber"), (await linked.StateAsync()).Whole("queued")));

        time.Now += TimeSpan.FromMinutes(1);
        await linked.ControlAsync("settings", new() { ["lag"] = 0 });
        await linked.SettleAsync();
        Assert.Single(await linked.FinanceLinesAsync((await linked.ReadAsync(order)).Text("msdyn_salesordernumber")));
    }

    [Fact]
    public async Task What_is_refused_later_is_listed_and_the_record_stays()
    {
        await using var linked = await Linked.StartAsync();
        await linked.ControlAsync("pause");
        var order = await linked.MakeAsync("salesorders", Linked.Order().With("customerid_account@odata.bind", Web.Account("RETIRED")));

        await linked.ControlAsync("resume");
        var failures = (await linked.SettleAsync())["failures"]!.AsArray();

        var header = failures.First(failure => failure!.Text("map") == "salesorder")!;
        Assert.Equal(("toFinance", order.Text("ordernumber")), (header.Text("direction"), header.Text("key")));
        Assert.Contains("RETIRED is on hold", header.Text("reason"), StringComparison.Ordinal);
        Assert.Equal("", (await linked.ReadAsync(order)).Text("msdyn_salesordernumber"));
    }

    [Fact]
    public async Task A_stopped_map_copies_nothing_and_has_no_row()
    {
        await using var linked = await Linked.StartAsync();
        await linked.ControlAsync("stop", new() { ["map"] = "salesorder" });
        await linked.ControlAsync("stop", new() { ["map"] = "salesorderdetail" });

        var order = await linked.OrderAsync();

        Assert.Equal("", order.Text("msdyn_salesordernumber"));
        Assert.Empty(await linked.ListAsync("msdyn_dualwriteruntimeconfigs?$filter=startswith(msdyn_internalentityname,'salesorder')"));
        await linked.ControlAsync("start");
        Assert.Equal(0, (await linked.SettleAsync()).Whole("queued"));
        Assert.Equal("", (await linked.ReadAsync(order)).Text("msdyn_salesordernumber"));
        Assert.NotEqual("", (await linked.OrderAsync()).Text("msdyn_salesordernumber"));
    }

    [Fact]
    public async Task A_lost_copy_is_told_nobody_and_the_next_change_of_the_order_makes_up_for_it()
    {
        await using var linked = await Linked.StartAsync();
        await linked.ControlAsync("lose", new() { ["map"] = "salesorder", ["direction"] = "toFinance" });

        var order = await linked.OrderAsync();
        Assert.Equal("", order.Text("msdyn_salesordernumber"));
        Assert.Empty((await linked.SettleAsync())["failures"]!.AsArray());

        Assert.Equal(HttpStatusCode.NoContent, (await linked.SendAsync(HttpMethod.Patch, $"salesorders({order.Id("salesorderid")})", new() { ["emailaddress"] = "ann@buyer.example" })).Status);
        Assert.Single(await linked.FinanceLinesAsync((await linked.ReadAsync(order)).Text("msdyn_salesordernumber")));
    }

    [Fact]
    public async Task A_status_that_is_lost_stays_behind()
    {
        await using var linked = await Linked.StartAsync();
        var order = await linked.OrderAsync();
        await linked.SettleAsync();
        await linked.ControlAsync("lose", new() { ["map"] = "salesorder", ["direction"] = "toDataverse" });

        await linked.PlayAsync("ship", new() { ["orderNbr"] = order.Text("msdyn_salesordernumber") });
        await linked.SettleAsync();

        var read = await linked.ReadAsync(order);
        Assert.Equal((192350000, 192350002), (read.Whole("msdyn_processingstatus"), read["order_details"]![0]!.Whole("msdyn_linestatus")));
    }

    [Fact]
    public async Task Unknown_maps_are_refused()
    {
        await using var linked = await Linked.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await linked.SendAsync(HttpMethod.Post, "/_sandbox/dual-write/pause", new() { ["map"] = "lead" })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await linked.SendAsync(HttpMethod.Post, "/_sandbox/dual-write/lose", new() { ["direction"] = "toFinance" })).Status);
    }
}

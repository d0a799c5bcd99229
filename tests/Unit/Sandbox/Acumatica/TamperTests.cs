using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Acumatica;

public sealed class TamperTests
{
    [Fact]
    public async Task An_amount_drifts_without_a_new_stamp()
    {
        await using var erp = await Erp.StartAsync();
        var order = await erp.OrderAsync();
        await erp.ControlAsync("tamper", new()
        {
            ["entity"] = "SalesOrder", ["keys"] = new JsonArray("WO", order.Value("OrderNbr")), ["fields"] = new JsonObject { ["OrderTotal"] = 99.5m },
        });
        var after = await erp.ReadAsync(order, "Details");
        Assert.Equal((99.5m, order.Value("LastModified")), (after.Amount("OrderTotal"), after.Value("LastModified")));
    }

    [Fact]
    public async Task A_record_is_lost_and_its_key_is_free_again()
    {
        await using var erp = await Erp.StartAsync();
        var order = await erp.OrderAsync();
        var lost = new JsonObject { ["entity"] = "SalesOrder", ["keys"] = new JsonArray("WO", order.Value("OrderNbr")), ["delete"] = true };
        Assert.Equal(HttpStatusCode.OK, (await erp.ControlAsync("tamper", lost.DeepClone().AsObject())).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await erp.GetAsync($"SalesOrder/WO/{order.Value("OrderNbr")}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await erp.ControlAsync("tamper", lost)).Status);
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Orders;
using Integration.Contracts.Serialization;
using Integration.Tests.Unit.XCart.Recorded;
using Integration.XCart.Api54.Orders;
using Integration.XCart.Orders.Canonical;
using Xunit;

namespace Integration.Tests.Unit.XCart.Api55;

public sealed class SameOrderTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(RecordedOrders.Finished), MemberType = typeof(RecordedOrders))]
    public async Task A_recorded_order_is_the_same_over_both_apis_but_for_its_options(string name)
    {
        var shown = new Shown55(name);
        var outcome = await shown.Shop().Connector(ShopPairs.Shop55()).Orders.ReadAsync(ShopPairs.Pair(), shown.Id, Ct);

        var over54 = CanonicalOrder.Of(BothReadings.Joined(RecordedOrders.Stored(name), RecordedOrders.Shown(name)), ShopPairs.Pair());
        var over55 = Assert.IsType<ReadOutcome<Order>.Found>(outcome).Value;
        Assert.Equal(Json(AsFarAsShown(over54)), Json(over55));
    }

    [Fact]
    public async Task Goods_that_are_not_shipped_have_no_shipping_address_although_the_customer_has_one()
    {
        var shown = new Shown55("110");
        var shop = shown.Shop(order =>
        {
            order["shipping_id"] = 0;
            order["shipping_method_name"] = null;
            order["surcharges"] = new JsonArray();
        });

        var order = Assert.IsType<ReadOutcome<Order>.Found>(await shop.Connector(ShopPairs.Shop55()).Orders.ReadAsync(ShopPairs.Pair(), shown.Id, Ct)).Value;
        Assert.Null(order.ShippingAddress);
        Assert.Null(order.ShippingMethod);
    }

    // 5.5 shows no chosen options, and names the payment method on transactions only: an order that costs nothing has none.
    private static Order AsFarAsShown(Order order) => order with
    {
        Lines = [.. order.Lines.Select(line => line with { Options = [] })],
        CustomFields = order.Payments.Count > 0 ? order.CustomFields : new Dictionary<string, string>(),
    };

    private static string Json(Order order) => JsonSerializer.Serialize(order, ContractsJson.Options);
}
